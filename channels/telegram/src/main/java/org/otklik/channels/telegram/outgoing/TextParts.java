package org.otklik.channels.telegram.outgoing;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into pieces of a length that Telegram takes: between paragraphs where that can be, else between lines, sentences, words, and
 * at last between letters as they are seen, so that no surrogate pair and no flag is torn.
 */
final class TextParts {
    /** A piece shorter than this part of what fits would look torn off; a smaller border is better then. */
    private static final int WORTHWHILE = 3;

    private TextParts() {}

    /**
     * A piece of a text.
     *
     * @param start where it begins in the text, in UTF-16 units
     */
    record Piece(int start, String text) {
        int end() {
            return start + text.length();
        }
    }

    /** @param most the longest piece, in UTF-16 units */
    static List<Piece> of(String text, int most) {
        var pieces = new ArrayList<Piece>();
        int start = skipBlank(text, 0);
        while (start < text.length()) {
            int end = text.length() - start <= most ? text.length() : border(text, start, start + most);
            var piece = text.substring(start, end).stripTrailing();
            if (!piece.isEmpty()) {
                pieces.add(new Piece(start, piece));
            }
            start = skipBlank(text, end);
        }
        return pieces;
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int border(String text, int start, int limit) {
        int least = start + (limit - start) / WORTHWHILE;
        for (var mark : List.of("\n\n", "\n")) {
            int at = text.lastIndexOf(mark, limit - mark.length());
            if (at > least) {
                return at + mark.length();
            }
        }
        for (var breaks :
                List.of(BreakIterator.getSentenceInstance(Locale.ROOT), BreakIterator.getWordInstance(Locale.ROOT))) {
            int at = before(breaks, text, limit);
            if (at > least) {
                return at;
            }
        }
        int letter = before(BreakIterator.getCharacterInstance(Locale.ROOT), text, limit);
        // One letter with thousands of marks above it: only code points are left.
        return letter > start ? letter : text.offsetByCodePoints(start, text.codePointCount(start, limit) - 1);
    }

    /** The last border at or before a place. */
    private static int before(BreakIterator breaks, String text, int place) {
        breaks.setText(text);
        return breaks.isBoundary(place) ? place : breaks.preceding(place);
    }
}
