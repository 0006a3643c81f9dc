package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a message where one request may end and the next begin: people don't always begin a sentence with a capital. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?…]+\\s+|\\R+");

    /**
     * A part of a message.
     *
     * @param start where it begins in the message, in UTF-16 units
     */
    record Sentence(String text, int start) {
        boolean contains(Span span) {
            return span.start() >= start && span.end() <= start + text.length();
        }
    }

    /** @param entities what must not be cut in two: an abbreviated thousand, a name with its initials */
    List<Sentence> of(String text, List<Entity> entities) {
        var sentences = new ArrayList<Sentence>();
        var ends = END.matcher(text);
        int start = 0;
        while (ends.find()) {
            int end = ends.end();
            if (entities.stream().noneMatch(entity -> cuts(entity.span(), end))) {
                add(sentences, text, start, end);
                start = end;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static boolean cuts(Span span, int position) {
        return span.start() < position && position < span.end();
    }

    private static void add(List<Sentence> sentences, String text, int start, int end) {
        var sentence = text.substring(start, end);
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(new Sentence(sentence, start));
        }
    }
}
