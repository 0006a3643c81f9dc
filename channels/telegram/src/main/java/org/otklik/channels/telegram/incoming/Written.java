package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A part of an update as it is written. Only what is needed is looked at: a field that is missing beside it, or of a kind that this program is too
 * old to know, is no hindrance. (The library's types refuse the whole.)
 */
record Written(JsonNode node) {
    Written get(String name) {
        return new Written(node.path(name));
    }

    /** Empty unless there is an object of that name. */
    Optional<Written> find(String name) {
        return Optional.of(get(name)).filter(part -> part.node().isObject());
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean(false);
    }

    /** Empty unless there is a text of that name. */
    Optional<String> text(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** Empty unless there is a whole number of that name. */
    Optional<Long> number(String name) {
        return Optional.of(node.path(name))
                .filter(part -> part.isIntegralNumber() && part.canConvertToLong())
                .map(JsonNode::asLong);
    }

    Stream<Written> each(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).map(Written::new);
    }
}
