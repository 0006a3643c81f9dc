package org.otklik.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;

/** What a record was made of until it is put right. */
final class Before {
    private final Map<String, JsonNode> answers;

    Before(Turn turn, String form, long row) {
        this.answers = turn.state().written().stream()
                .flatMap(past -> past.entries().stream())
                .filter(entry -> entry.form().equals(form) && entry.row() == row)
                .findFirst()
                .map(Entry::answers)
                .orElse(Map.of());
    }

    <T> Optional<T> find(Slot<T> slot) {
        return Optional.ofNullable(answers.get(slot.name()))
                .filter(value -> !value.isNull())
                .map(value -> Json.MAPPER.convertValue(value, slot.type()));
    }

    /** The former answer, where there is another one now. What was kept as JSON has no types, so both are written anew. */
    <T> Optional<T> changed(Slot<T> slot, Answers now) {
        return find(slot)
                .filter(value -> now.find(slot)
                        .filter(present -> !tree(present).equals(tree(value)))
                        .isPresent());
    }

    private static JsonNode tree(Object value) {
        return Json.MAPPER.valueToTree(value);
    }
}
