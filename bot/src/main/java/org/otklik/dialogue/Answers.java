package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;

/** What a form knows so far. */
public final class Answers {
    private final Map<String, JsonNode> values;
    private final Map<String, String> hints;
    private final Optional<Long> row;

    Answers(Map<String, JsonNode> values, Map<String, String> hints) {
        this(values, hints, Optional.empty());
    }

    Answers(Map<String, JsonNode> values, Map<String, String> hints, Optional<Long> row) {
        this.values = Map.copyOf(values);
        this.hints = Map.copyOf(hints);
        this.row = row;
    }

    static Answers of(OpenForm open) {
        return new Answers(open.answers(), open.hints(), open.amends().map(Entry::row));
    }

    Map<String, JsonNode> values() {
        return values;
    }

    /** The record that is put right; empty while a new one is made. */
    public Optional<Long> row() {
        return row;
    }

    /** What was said of a slot that did not answer it. */
    public Optional<String> hint(Slot<?> slot) {
        return Optional.ofNullable(hints.get(slot.name()));
    }

    /** Whether something was said that could not be taken: then even what may stay open is asked for. */
    public boolean wasRefused(Slot<?> slot) {
        return hints.containsKey(OpenForm.refusal(slot.name()));
    }

    public <T> Optional<T> find(Slot<T> slot) {
        return Optional.ofNullable(values.get(slot.name()))
                .filter(value -> !value.isNull())
                .map(value -> Json.MAPPER.convertValue(value, slot.type()));
    }

    /** @throws java.util.NoSuchElementException when the form was submitted without an answer that it needs */
    public <T> T get(Slot<T> slot) {
        return find(slot).orElseThrow();
    }

    /** The same with what is known of a slot from elsewhere. */
    public <T> Answers with(Slot<T> slot, T value) {
        var more = new HashMap<>(values);
        more.put(slot.name(), Json.MAPPER.valueToTree(value));
        return new Answers(more, hints, row);
    }

    /** Whether the slot was filled, or passed over by the person. */
    public boolean isAnswered(Slot<?> slot) {
        return values.containsKey(slot.name());
    }
}
