package org.otklik.channels.email.reply;

import java.util.List;

/** Runs of lines with marks of quotation. */
final class Quotation {
    private static final int LONG = 60;
    private static final int SHORT = 24;

    private Quotation() {}

    /** The line after a run that begins at or after a line; blanks before it belong to it. */
    static int end(List<Line> lines, int start) {
        int end = start;
        for (int at = start; at < lines.size(); at++) {
            if (lines.get(at).isQuoted() || isStray(lines, at)) {
                end = at + 1;
            } else if (!lines.get(at).isBlank()) {
                break;
            }
        }
        return Math.max(end, start);
    }

    /** The tail of a quoted line that some gateway broke off, without a mark of its own. */
    private static boolean isStray(List<Line> lines, int at) {
        if (at == 0
                || at + 1 >= lines.size()
                || !lines.get(at - 1).isQuoted()
                || !lines.get(at + 1).isQuoted()) {
            return false;
        }
        var text = lines.get(at).text().strip();
        boolean link = text.startsWith("(http") || text.startsWith("<http") || text.startsWith("http");
        boolean piece = !text.isEmpty() && !text.contains(" ") && text.chars().anyMatch(c -> "=/_&?".indexOf(c) >= 0);
        boolean tail = lines.get(at - 1).raw().length() >= LONG
                && text.length() <= SHORT
                && !text.isEmpty()
                && Character.isLowerCase(text.codePointAt(0));
        return link || piece || tail;
    }

    static int runs(List<Line> lines) {
        int runs = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).isQuoted()) {
                runs++;
                at = end(lines, at) - 1;
            }
        }
        return runs;
    }

    /** Where the run begins that ends the text; the number of lines when none does, or nothing stands before it. */
    static int trailing(List<Line> lines) {
        int at = lines.size();
        while (at > 0 && (lines.get(at - 1).isBlank() || lines.get(at - 1).isQuoted() || isStray(lines, at - 1))) {
            at--;
        }
        boolean quoted = lines.subList(at, lines.size()).stream().anyMatch(Line::isQuoted);
        return quoted && at > 0 ? at : lines.size();
    }
}
