package org.otklik.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form that is being filled in.
 *
 * @param name which form
 * @param answers what is known so far, by slot
 * @param hints what was said of a slot without answering it, by slot: a name that several people have
 * @param asked the slot that the last reply asked for
 * @param touchedAt when it last moved
 * @param amends the record that it puts right; empty when it makes one
 */
public record OpenForm(
        String name,
        Map<String, JsonNode> answers,
        Map<String, String> hints,
        Optional<String> asked,
        Instant touchedAt,
        Optional<Entry> amends) {
    public OpenForm {
        answers = Map.copyOf(answers);
        hints = Map.copyOf(hints);
    }

    public static OpenForm begin(String name, Instant at) {
        return new OpenForm(name, Map.of(), Map.of(), Optional.empty(), at, Optional.empty());
    }

    /** Opens a form again that has written a record. */
    public static OpenForm amending(Entry entry, Instant at) {
        return new OpenForm(entry.form(), entry.answers(), Map.of(), Optional.empty(), at, Optional.of(entry));
    }

    public OpenForm with(String slot, JsonNode value) {
        var more = new LinkedHashMap<>(answers);
        more.put(slot, value);
        return new OpenForm(name, more, hints, asked, touchedAt, amends);
    }

    public OpenForm without(String slot) {
        var fewer = new LinkedHashMap<>(answers);
        fewer.remove(slot);
        return new OpenForm(name, fewer, hints, asked, touchedAt, amends);
    }

    public OpenForm hinting(String slot, String words) {
        var more = new LinkedHashMap<>(hints);
        more.put(slot, words);
        return new OpenForm(name, answers, more, asked, touchedAt, amends);
    }

    /** What was said of a slot could not be taken. */
    public OpenForm refusing(String slot) {
        return hinting(refusal(slot), "");
    }

    /** Under which name it is kept that something was refused for a slot. */
    public static String refusal(String slot) {
        return slot + "!";
    }

    public OpenForm asking(String slot, Instant at) {
        return new OpenForm(name, answers, hints, Optional.of(slot), at, amends);
    }
}
