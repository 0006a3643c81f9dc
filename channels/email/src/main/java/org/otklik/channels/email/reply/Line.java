package org.otklik.channels.email.reply;

/**
 * A line of a mail.
 *
 * @param raw as it stands
 * @param text without the marks of quotation
 * @param depth how often it is quoted
 */
record Line(String raw, String text, int depth, Origin origin) {
    private static final int LONGEST_FRAME = 500;

    /** What the markup of a mail tells about a line. */
    enum Origin {
        TEXT,
        SIGNATURE,
        /** Here begins what the mail program took from earlier mails. */
        HISTORY
    }

    /** A line of plain text. */
    static Line plain(String raw) {
        // A zero-width joiner stays: emoji are joined by it.
        var clean = raw.replace('\u00A0', ' ').replaceAll("[\u200B\u2060\uFEFF]", "");
        int depth = 0;
        int at = clean.startsWith(" ") ? 1 : 0;
        int end = 0;
        while (at < clean.length() && clean.charAt(at) == '>') {
            depth++;
            at += at + 1 < clean.length() && clean.charAt(at + 1) == ' ' ? 2 : 1;
            end = at;
        }
        return new Line(clean, clean.substring(end), depth, Origin.TEXT);
    }

    /** A line of text with markup. */
    static Line marked(String text, int depth, Origin origin) {
        var raw = depth == 0 ? text : ">".repeat(depth) + " " + text;
        return new Line(raw, text, depth, origin);
    }

    /** Too long for anything that a mail program writes around a quotation. */
    boolean isLong() {
        return text.length() > LONGEST_FRAME;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    boolean isQuoted() {
        return depth > 0;
    }

    /** Nothing but a line drawn with characters. */
    boolean isRule() {
        return !isLong()
                && !text.isBlank()
                && text.strip().chars().allMatch(c -> "-_=*~\u2014\u2013\u2500".indexOf(c) >= 0)
                && text.strip().length() > 2;
    }
}
