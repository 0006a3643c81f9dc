package org.otklik.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Encoded words in headers (RFC 2047), also those that are broken, cut inside a letter, or written where they must not be. */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?]*+(?:\\?(?!=)[^?]*+)*+)(?:\\?=|$)");

    private EncodedWords() {}

    /** @param charset what to take raw letters for, when the header itself does not tell */
    static String decode(String raw, Optional<String> charset) {
        var text = new StringBuilder();
        var words = WORD.matcher(raw);
        var run = new Run();
        int at = 0;
        while (words.find()) {
            var between = raw.substring(at, words.start());
            // Between two encoded words a blank only separates; and a letter may begin in one and end in the next.
            if (at > 0 && between.isBlank()) {
                between = "";
            } else {
                run.flush(text);
            }
            text.append(plain(between, charset));
            run.add(text, words.group(1), words.group(2), words.group(3));
            at = words.end();
        }
        run.flush(text);
        text.append(plain(raw.substring(at), charset));
        return clean(text.toString());
    }

    private static String plain(String raw, Optional<String> charset) {
        return raw.chars().allMatch(c -> c < 0x80) && raw.indexOf(0x1B) < 0
                ? raw
                : Charsets.decode(Headers.bytes(raw), charset);
    }

    /** A header is one line: decoded line breaks and other controls would become headers of ours when it is used in an answer. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    /** Adjacent words of one charset, as bytes. */
    private static final class Run {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";

        void add(StringBuilder text, String declared, String coding, String content) {
            // RFC 2231 §5 adds a language: =?utf-8*ru?…
            var name = declared.replaceFirst("\\*.*", "");
            if (!charset.equalsIgnoreCase(name)) {
                flush(text);
                charset = name;
            }
            var encoded = Headers.bytes(content);
            bytes.writeBytes(
                    coding.toLowerCase(Locale.ROOT).equals("b")
                            ? TransferCoding.base64(encoded, 0, encoded.length)
                            : TransferCoding.quotedPrintable(encoded, 0, encoded.length, true));
        }

        void flush(StringBuilder text) {
            if (bytes.size() > 0) {
                text.append(Charsets.decode(bytes.toByteArray(), Optional.of(charset)));
                bytes.reset();
            }
        }
    }
}
