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
 * @param asked the slot that the last reply asked for
 * @param touchedAt when it last moved
 */
public record OpenForm(String name, Map<String, JsonNode> answers, Optional<String> asked, Instant touchedAt) {
    public OpenForm {
        answers = Map.copyOf(answers);
    }

    public static OpenForm begin(String name, Instant at) {
        return new OpenForm(name, Map.of(), Optional.empty(), at);
    }

    public OpenForm with(String slot, JsonNode value) {
        var more = new LinkedHashMap<>(answers);
        more.put(slot, value);
        return new OpenForm(name, more, asked, touchedAt);
    }

    public OpenForm without(String slot) {
        var fewer = new LinkedHashMap<>(answers);
        fewer.remove(slot);
        return new OpenForm(name, fewer, asked, touchedAt);
    }

    public OpenForm asking(String slot, Instant at) {
        return new OpenForm(name, answers, Optional.of(slot), at);
    }
}
