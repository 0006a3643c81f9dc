package org.otklik.nlu;

/**
 * A stretch of a text.
 *
 * @param start in UTF-16 units of the text as typed
 * @param end exclusive
 */
public record Span(int start, int end) {
    public String in(String text) {
        return text.substring(start, end);
    }

    /** Puts blanks in its place, so that all else stays where it stood. */
    public void blank(StringBuilder text) {
        text.replace(start, end, " ".repeat(end - start));
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
