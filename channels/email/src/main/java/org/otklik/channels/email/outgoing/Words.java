package org.otklik.channels.email.outgoing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words of others, made fit for a place in a mail where a line break or a control character would be something else. */
final class Words {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\\u200c\\u200d]]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]+");

    private Words() {}

    /** One line, of so many characters at most. */
    static String line(String text, int longest) {
        var line = INVISIBLE
                .matcher(normal(text))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** Lines that end as RFC 5322 has it. Half a line end would be one for some servers and not for others. */
    static String lines(String text) {
        var lines = normal(text).replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(lines).replaceAll("").replace("\n", "\r\n");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
