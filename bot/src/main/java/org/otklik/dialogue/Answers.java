package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Json;

/** What a form knows so far. */
public final class Answers {
    private final Map<String, JsonNode> values;

    Answers(Map<String, JsonNode> values) {
        this.values = values;
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

    /** Whether the slot was filled, or passed over by the person. */
    public boolean isAnswered(Slot<?> slot) {
        return values.containsKey(slot.name());
    }
}
