package org.otklik.nlu;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows how a letter begins and ends without saying anything yet: "Good afternoon", "Kind regards, M. Doyle". What somebody wants
 * stands between the two, and is not to be drowned by them.
 */
public final class Salutations {
    private static final String GREETING = "greeting";
    private static final String CLOSING = "closing";

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?\u2026)]\\s*$|\\R\\s*$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ASKS_OR_COUNTS = Pattern.compile("[?\\d]");
    /** A name, and what somebody is. */
    private static final int LONGEST_SIGNATURE = 5;
    /** What is less than that may be meant as a greeting altogether. */
    private static final int FEWEST_WORDS = 2;

    private final Cues words = new Cues("salutations");

    /** The same text with blanks in the place of its greeting and of its closing, where it says something besides. */
    public String without(String text) {
        var rest = new StringBuilder(text);
        var phrases = words.in(text);
        int end = closing(text, phrases);
        blank(rest, end, text.length());
        phrases.stream()
                .filter(found -> found.name().equals(GREETING))
                .findFirst()
                .filter(found -> words(text.substring(0, found.span().start())) == 0)
                .ifPresent(found -> blank(rest, 0, found.span().end()));
        return words(rest.toString()) < FEWEST_WORDS ? text : rest.toString();
    }

    /** Whether a text is nothing but a greeting or a closing. */
    boolean isAll(String text) {
        return words.in(text).stream()
                .findFirst()
                .filter(found -> words(text.substring(0, found.span().start())) == 0
                        && words(text.substring(found.span().end())) == 0)
                .isPresent();
    }

    /** Where the closing begins; the end of the text where it has none. */
    private static int closing(String text, List<Cues.Found> phrases) {
        return phrases.stream()
                .filter(found -> found.name().equals(CLOSING))
                .filter(found -> END_OF_SENTENCE
                        .matcher(text.substring(0, found.span().start()))
                        .find())
                .filter(found -> isSignature(text.substring(found.span().end())))
                .mapToInt(found -> found.span().start())
                .min()
                .orElse(text.length());
    }

    private static boolean isSignature(String rest) {
        return words(rest) <= LONGEST_SIGNATURE && !ASKS_OR_COUNTS.matcher(rest).find();
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
    }
}
