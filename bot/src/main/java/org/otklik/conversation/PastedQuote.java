package org.otklik.conversation;

import java.util.List;

/**
 * What somebody else said before, left below one's own words in a chat, with {@code >} before each line as mail programs do it. It
 * is no request of who sends it. A letter comes without its quote already.
 */
final class PastedQuote {
    private static final String MARK = ">";
    private static final String INTRODUCES = ":";

    private PastedQuote() {}

    /** The own words; all of the text where there are none above the quote. */
    static String cutFrom(String text) {
        var lines = text.lines().toList();
        int quote = start(lines);
        int end = quote > 0 && lines.get(quote - 1).stripTrailing().endsWith(INTRODUCES) ? quote - 1 : quote;
        var own = String.join("\n", lines.subList(0, end));
        return quote == lines.size() || own.isBlank() ? text : own;
    }

    private static int start(List<String> lines) {
        int start = lines.size();
        for (int line = lines.size() - 1; line >= 0; line--) {
            var said = lines.get(line);
            if (said.startsWith(MARK)) {
                start = line;
            } else if (!said.isBlank()) {
                break;
            }
        }
        return start;
    }
}
