package org.otklik.nlu;

import java.util.List;

/**
 * A part of a message that may be an act, or belong to one.
 *
 * @param text its words, without what joins it to the part before
 * @param start where it begins in the message, in UTF-16 units
 * @param from its first token
 * @param to the token after its last one
 */
record Piece(String text, int start, int from, int to, Join join) {
    /** How a part is joined to the one before it. */
    enum Join {
        /** It begins a sentence or a line. */
        SENTENCE,
        /** By words that announce something more: "also", a heading. */
        ADDED,
        /** By a comma, a dash or a conjunction. */
        CLAUSE
    }

    int end() {
        return start + text.length();
    }

    boolean contains(Span span) {
        return span.start() >= start && span.end() <= end();
    }

    boolean contains(Piece other) {
        return start <= other.start && other.end() <= end();
    }

    boolean names(List<Entity> entities, Class<? extends Entity> kind) {
        return entities.stream().anyMatch(entity -> kind.isInstance(entity) && contains(entity.span()));
    }

    /** This part with those that follow it, up to another one. */
    Piece through(Piece last, String message) {
        return new Piece(message.substring(start, last.end()), start, from, last.to, join);
    }
}
