package org.otklik.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.otklik.conversation.Json;

/** Texts that nobody would call a message: one thing said over and over. */
final class BadTexts {
    private final List<Map.Entry<String, String>> fragments;

    BadTexts() {
        try {
            fragments = Json.MAPPER.readTree(Resource.read("bad-texts.json")).properties().stream()
                    .map(field -> Map.entry(field.getKey(), field.getValue().asText()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the bad texts are no JSON", e);
        }
    }

    /** A kind of text, of some length. */
    record BadText(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One of each kind, of so many UTF-16 units, which may cut the last fragment. */
    List<BadText> ofLength(int length) {
        return fragments.stream()
                .map(one -> new BadText(
                        one.getKey(),
                        one.getValue()
                                .repeat(length / one.getValue().length() + 1)
                                .substring(0, length)))
                .toList();
    }
}
