package org.otklik.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A record that a form has written, with what it was made of, so that it can be put right in words.
 *
 * @param form which form
 * @param answers what it was made of, by slot
 * @param row the record's number in its table
 * @param before what it was made of until this turn put it right; empty when this turn made it
 */
public record Entry(String form, Map<String, JsonNode> answers, long row, Optional<Map<String, JsonNode>> before) {
    public Entry {
        answers = Map.copyOf(answers);
    }

    public static Entry made(String form, Map<String, JsonNode> answers, long row) {
        return new Entry(form, answers, row, Optional.empty());
    }

    /** The same record, made of something else. */
    public Entry corrected(Map<String, JsonNode> now) {
        return new Entry(form, now, row, Optional.of(answers));
    }

    /** The record as it is again when the correction was taken back. */
    public Optional<Entry> restored() {
        return before.map(answers -> made(form, answers, row));
    }
}
