package org.otklik.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;
import org.otklik.channels.email.reply.Line.Origin;

/** Where the signature begins in a stretch of new text: a delimiter, a sign-off, what a telephone, a lawyer or a list adds. */
final class Signature {
    private static final Pattern DELIMITER = Pattern.compile("(?:--|\u2014|\u2013|__) ?");
    private static final Pattern CARD = Pattern.compile("[^|]{2,40}\\s\\|\\s[^|]{2,40}(?:\\s\\|\\s[^|]{2,60}){1,4}");
    private static final int MOST_LAYERS = 4;
    private static final int LONGEST_DELIMITED = 15;
    private static final int LONGEST_RULED = 8;
    private static final int LONGEST_SIGNED_OFF = 9;
    private static final int LONGEST_THANKS = 40;
    private static final int LONGEST_CARD = 5;
    private static final int LONGEST_LINE = 80;
    private static final int LONGEST_DEVICE = 90;

    private final List<Line> lines;

    /** How many lines with text, and how many paragraphs, come after each line. */
    private final int[] linesAfter;

    private final int[] paragraphsAfter;

    private Signature(List<Line> lines) {
        this.lines = lines;
        linesAfter = new int[lines.size()];
        paragraphsAfter = new int[lines.size()];
        for (int i = lines.size() - 2; i >= 0; i--) {
            boolean blank = lines.get(i + 1).isBlank();
            linesAfter[i] = linesAfter[i + 1] + (blank ? 0 : 1);
            paragraphsAfter[i] =
                    paragraphsAfter[i + 1] + (!blank && lines.get(i).isBlank() ? 1 : 0);
        }
    }

    /** The stretch without its signature, nor the one before it: a name may stand above what a lawyer or a list adds. */
    static List<Line> cut(List<Line> lines) {
        var rest = lines;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            rest = once(rest);
        }
        return rest;
    }

    private static List<Line> once(List<Line> lines) {
        var signature = new Signature(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && signature.beginsAt(i)) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    private boolean beginsAt(int i) {
        var line = lines.get(i);
        if (line.isLong()) {
            return line.origin() == Origin.SIGNATURE;
        }
        var text = line.text().strip();
        return line.origin() == Origin.SIGNATURE
                || isDelimiter(i, text)
                || isDevice(text)
                || isSignOff(i, text)
                || isThanks(i, text)
                || isCard(i, text)
                || isDisclaimer(i, text)
                || isFooter(i, text);
    }

    private boolean isDelimiter(int i, String text) {
        if (DELIMITER.matcher(text).matches()) {
            return rest(i) <= LONGEST_DELIMITED;
        }
        return lines.get(i).isRule()
                && rest(i) <= LONGEST_RULED
                && after(i).allMatch(line -> line.text().length() <= LONGEST_LINE)
                && i > 0;
    }

    private static boolean isDevice(String text) {
        return text.length() <= LONGEST_DEVICE && Phrase.DEVICE.starts(undecorated(text));
    }

    private boolean isSignOff(int i, String text) {
        var greeting = inOneLanguage(text.replaceAll("^[-\u2013\u2014*_\\s]+|[-\u2013\u2014*_\\s]+$", ""));
        var start = Phrase.REGARDS.startOf(greeting);
        if (start.isEmpty() || rest(i) > LONGEST_SIGNED_OFF || !areShort(i)) {
            return false;
        }
        var after = greeting.substring(Math.min(start.get().length(), greeting.length()))
                .replaceFirst("^[\\s,.!;:\u2013\u2014-]+", "");
        // Without a comma it may be the beginning of a sentence, unless a name follows.
        boolean ends = !Character.isLetterOrDigit(greeting.codePointBefore(greeting.length())) || !after.isBlank();
        return (after.isBlank() || isName(after)) && (ends || rest(i) == 0 || startsWithCapital(i));
    }

    /** Signatures for two countries say everything twice: "Best regards / ...". */
    private static String inOneLanguage(String greeting) {
        var pieces = greeting.split("\\s*/\\s*");
        return pieces.length == 2 && Phrase.REGARDS.starts(pieces[0]) && Phrase.REGARDS.starts(pieces[1])
                ? pieces[1]
                : greeting;
    }

    private boolean startsWithCapital(int i) {
        return after(i).findFirst()
                .map(line -> !Character.isLowerCase(line.text().strip().codePointAt(0)))
                .orElse(true);
    }

    /** "Thanks", and with a comma at its end also "Thanks for your help,". */
    private boolean isThanks(int i, String text) {
        boolean thanks = Phrase.THANKS.is(text.replaceAll("[\\s,.!]+$", ""))
                || (text.endsWith(",") && text.length() <= LONGEST_THANKS && Phrase.THANKS.starts(text));
        return thanks
                && rest(i) > 0
                && rest(i) <= LONGEST_SIGNED_OFF
                && areShort(i)
                && after(i).findFirst().map(line -> isName(line.text())).orElse(false);
    }

    /** Name, position and firm in one line: "Anna Petrova | accountant | Dom Ltd". */
    private boolean isCard(int i, String text) {
        return i > 0
                && lines.get(i - 1).isBlank()
                && CARD.matcher(text).matches()
                && isName(text.substring(0, text.indexOf('|')))
                && rest(i) <= LONGEST_CARD
                && areShort(i);
    }

    private boolean isDisclaimer(int i, String text) {
        return isParagraphStart(i) && Phrase.DISCLAIMER.begins(undecorated(text)) && isNearEnd(i);
    }

    private boolean isFooter(int i, String text) {
        return (isParagraphStart(i) || lines.get(i - 1).isRule())
                && text.length() <= LONGEST_LINE * 2
                && Phrase.FOOTER.begins(undecorated(text))
                && isNearEnd(i);
    }

    /** Up to four words, each with a capital letter, as names and positions are written below a letter. */
    private static boolean isName(String text) {
        var words = text.strip().replaceAll("[.,!]+$", "").split("[\\s.]+");
        if (words.length > 4) {
            return false;
        }
        for (var word : words) {
            if (!word.isEmpty() && !Character.isUpperCase(word.codePointAt(0)) && word.length() > 3) {
                return false;
            }
        }
        return Character.isUpperCase(words[0].isEmpty() ? ' ' : words[0].codePointAt(0));
    }

    private boolean areShort(int i) {
        return after(i).allMatch(line ->
                line.text().length() <= LONGEST_LINE || line.text().contains("://"));
    }

    private boolean isParagraphStart(int i) {
        return i == 0 || lines.get(i - 1).isBlank() || lines.get(i - 1).isRule();
    }

    /** At most two more paragraphs follow. */
    private boolean isNearEnd(int i) {
        return paragraphsAfter[i] <= 3;
    }

    private static String undecorated(String text) {
        return text.replaceAll("^[*_>\\[(\"'\\s-]+", "");
    }

    private int rest(int i) {
        return linesAfter[i];
    }

    private java.util.stream.Stream<Line> after(int i) {
        return lines.subList(i + 1, lines.size()).stream().filter(line -> !line.isBlank());
    }
}
