package org.otklik.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;
import org.otklik.channels.email.reply.Line.Origin;

/** Where the signature begins in a stretch of new text: a delimiter, a sign-off, what a telephone, a lawyer or a list adds. */
final class Signature {
    private static final Pattern DELIMITER = Pattern.compile("(?:--|\u2014|\u2013|__) ?");
    private static final Pattern CARD = Pattern.compile("[^|]{2,40}\\s\\|\\s[^|]{2,40}(?:\\s\\|\\s[^|]{2,60}){1,4}");
    private static final Pattern REACH =
            Pattern.compile("\\+?\\d[\\d .()-]{6,}\\d|[^\\s@]+@[^\\s@]+\\.[^\\s@]+|www\\.|https?:");
    private static final int MOST_LAYERS = 4;
    private static final int LONGEST_DELIMITED = 15;
    private static final int LONGEST_RULED = 8;
    private static final int LEAST_LEGAL = 3;
    private static final int LEAST_CONTACT = 3;
    private static final int LONGEST_CARD = 5;

    private final Stretch stretch;
    private final SignOff signOff;

    private Signature(Stretch stretch) {
        this.stretch = stretch;
        this.signOff = new SignOff(stretch);
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
        var signature = new Signature(new Stretch(lines));
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && signature.beginsAt(i)) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    private boolean beginsAt(int i) {
        var line = stretch.line(i);
        if (line.isLong()) {
            return line.origin() == Origin.SIGNATURE;
        }
        var text = stretch.text(i);
        return line.origin() == Origin.SIGNATURE
                || isDelimiter(i, text)
                || DeviceLine.isAt(stretch, i)
                || signOff.beginsAt(i)
                || isContact(i, text)
                || isCard(i, text)
                || isDisclaimer(i, text)
                || isFooter(i, text);
    }

    private boolean isDelimiter(int i, String text) {
        if (DELIMITER.matcher(text).matches()) {
            return stretch.rest(i) <= LONGEST_DELIMITED;
        }
        return stretch.line(i).isRule()
                && stretch.rest(i) <= LONGEST_RULED
                && stretch.after(i).allMatch(line -> line.text().length() <= Stretch.LONGEST_LINE)
                && i > 0;
    }

    /** Name, position and firm in one line: "Anna Petrova | accountant | Dom Ltd". */
    private boolean isCard(int i, String text) {
        return i > 0
                && stretch.line(i - 1).isBlank()
                && CARD.matcher(text).matches()
                && SignOff.isName(text.substring(0, text.indexOf('|')))
                && stretch.rest(i) <= LONGEST_CARD
                && stretch.areShort(i);
    }

    /** A name, what its bearer does and how to reach him, a line each, where the text above does not announce it. */
    private boolean isContact(int i, String text) {
        return i > 0
                && stretch.line(i - 1).isBlank()
                && text.contains(" ")
                && SignOff.isName(text)
                && !isAnnounced(i)
                && stretch.rest(i) >= LEAST_CONTACT
                && stretch.rest(i) <= LONGEST_RULED
                && stretch.isLastParagraph(i)
                && stretch.areShort(i)
                && stretch.after(i).anyMatch(line -> REACH.matcher(line.text()).find());
    }

    private boolean isAnnounced(int i) {
        return stretch.before(i).map(line -> line.text().strip().endsWith(":")).orElse(true);
    }

    private boolean isDisclaimer(int i, String text) {
        return stretch.isParagraphStart(i)
                && stretch.isNearEnd(i)
                && (Phrase.DISCLAIMER.begins(Stretch.undecorated(text)) || isLegal(i));
    }

    /** A paragraph in the words of lawyers, below a text. */
    private boolean isLegal(int i) {
        var paragraph = stretch.paragraph(i);
        return i > 0 && paragraph.length() > Stretch.LONGEST_LINE && Phrase.LEGAL.countIn(paragraph) >= LEAST_LEGAL;
    }

    private boolean isFooter(int i, String text) {
        return (stretch.isParagraphStart(i) || stretch.line(i - 1).isRule())
                && text.length() <= Stretch.LONGEST_LINE * 2
                && Phrase.FOOTER.begins(Stretch.undecorated(text))
                && stretch.isNearEnd(i);
    }
}
