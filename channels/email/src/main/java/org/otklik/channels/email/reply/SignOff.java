package org.otklik.channels.email.reply;

import java.util.Optional;
import java.util.regex.Pattern;

/** The words with which people end a letter, and the name below them. */
final class SignOff {
    private static final Pattern FILLER =
            Pattern.compile("(?iuU)(?<=\\p{L}),? (?:" + Phrase.FILLER.pattern() + ") (?=\\p{L})");
    private static final Pattern SENTENCE = Pattern.compile("[.:;?]$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?\u2026)]( +)");
    private static final int MOST_LINES_BELOW = 9;
    private static final int LONGEST_THANKS = 40;
    private static final int LONGEST_CLOSING = 60;
    private static final int MOST_WORDS_OF_A_NAME = 4;

    private final Stretch stretch;

    SignOff(Stretch stretch) {
        this.stretch = stretch;
    }

    boolean beginsAt(int i) {
        var text = stretch.text(i);
        return isSignOff(i, text) || isThanks(i, text) || isNameBelowThanks(i, text) || isClosing(i, text);
    }

    /** Without a sign-off that stands behind the last sentence, in its line: "Tuesday it is. Cheers, Ruth". */
    static String cutAtEnd(String text) {
        int line = text.lastIndexOf('\n') + 1;
        var end = SENTENCE_END.matcher(text).region(line, text.length());
        while (end.find()) {
            var rest = text.substring(end.end());
            var start = rest.length() <= Stretch.LONGEST_LINE ? Phrase.REGARDS.startOf(rest) : Optional.<String>empty();
            if (start.isPresent()) {
                var after = rest.substring(start.get().length());
                return after.startsWith(",") && isName(after.substring(1).strip())
                        ? text.substring(0, end.start(1)).strip()
                        : text;
            }
        }
        return text;
    }

    private boolean isSignOff(int i, String text) {
        var greeting = unfilled(inOneLanguage(text.replaceAll("^[-\u2013\u2014*_\\s]+|[-\u2013\u2014*_\\s]+$", "")));
        var start = Phrase.REGARDS.startOf(greeting);
        if (start.isEmpty() || stretch.rest(i) > MOST_LINES_BELOW || !stretch.areShort(i)) {
            return false;
        }
        var after = greeting.substring(Math.min(start.get().length(), greeting.length()))
                .replaceFirst("^[\\s,.!;:\u2013\u2014-]+", "");
        // Without a comma it may be the beginning of a sentence, unless a name follows.
        boolean ends = !Character.isLetterOrDigit(greeting.codePointBefore(greeting.length())) || !after.isBlank();
        return (after.isBlank() || isName(after) || Phrase.SIGNER.starts(after))
                && (ends || stretch.rest(i) == 0 || startsWithCapital(i));
    }

    /** Signatures for two countries say everything twice: "Best regards / ...". */
    private static String inOneLanguage(String greeting) {
        var pieces = greeting.split("\\s*/\\s*");
        return pieces.length == 2 && Phrase.REGARDS.starts(pieces[0]) && Phrase.REGARDS.starts(pieces[1])
                ? pieces[1]
                : greeting;
    }

    /** People address those whom they wish something within the wish. */
    private static String unfilled(String greeting) {
        return greeting.length() <= LONGEST_CLOSING ? FILLER.matcher(greeting).replaceAll(" ") : greeting;
    }

    private boolean startsWithCapital(int i) {
        return stretch.after(i)
                .findFirst()
                .map(line -> !Character.isLowerCase(line.text().strip().codePointAt(0)))
                .orElse(true);
    }

    /** "Thanks", and with a comma at its end also "Thanks for your help,". */
    private boolean isThanks(int i, String text) {
        boolean thanks = Phrase.THANKS.is(text.replaceAll("[\\s,.!]+$", ""))
                || (text.endsWith(",") && text.length() <= LONGEST_THANKS && Phrase.THANKS.starts(text));
        return thanks
                && stretch.hasTextAbove(i)
                && stretch.rest(i) > 0
                && stretch.rest(i) <= MOST_LINES_BELOW
                && stretch.areShort(i)
                && stretch.after(i).findFirst().map(line -> isName(line.text())).orElse(false);
    }

    /** Where nothing but thanks stands above a name, they are the letter. */
    private boolean isNameBelowThanks(int i, String text) {
        return i > 0
                && !stretch.hasTextAbove(i - 1)
                && Phrase.THANKS.is(stretch.text(i - 1).replaceAll("[\\s,.!]+$", ""))
                && stretch.rest(i) <= MOST_LINES_BELOW
                && stretch.areShort(i)
                && isName(text);
    }

    /** "Looking forward to hearing from you," and "With regards and hope for an early meeting" above a name. */
    private boolean isClosing(int i, String text) {
        var words = text.replaceAll("[\\s,!]+$", "");
        boolean closes = text.endsWith(",")
                ? Phrase.CLOSING.starts(text) || Phrase.REGARDS.starts(text) || Phrase.THANKS.starts(text)
                : Phrase.CLOSING.is(words) || (!SENTENCE.matcher(text).find() && Phrase.REGARDS.starts(text));
        return closes
                && text.length() <= LONGEST_CLOSING
                && stretch.hasTextAbove(i)
                && stretch.isParagraphStart(i)
                && stretch.rest(i) > 0
                && stretch.rest(i) <= MOST_LINES_BELOW
                && stretch.areShort(i)
                && stretch.after(i)
                        .findFirst()
                        .map(line -> isSigner(line.text()))
                        .orElse(false);
    }

    /** A name, with or without what its bearer does, or those who sign instead. */
    private static boolean isSigner(String text) {
        return Phrase.SIGNER.starts(text.strip()) || isName(text.split("[,|(]", 2)[0]);
    }

    /** Up to four words, each with a capital letter, as names and positions are written below a letter. */
    static boolean isName(String text) {
        var words = text.strip().replaceAll("[.,!]+$", "").split("[\\s.]+");
        if (words.length > MOST_WORDS_OF_A_NAME) {
            return false;
        }
        for (var word : words) {
            if (!word.isEmpty() && !Character.isUpperCase(word.codePointAt(0)) && word.length() > 3) {
                return false;
            }
        }
        return Character.isUpperCase(words[0].isEmpty() ? ' ' : words[0].codePointAt(0));
    }
}
