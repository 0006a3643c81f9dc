package org.otklik.channels.email.mime;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The value of a Content-Type or Content-Disposition header (RFC 2045, 2183) with its parameters, however it is punctuated.
 *
 * @param name in lower case, for instance {@code text/plain} or {@code attachment}
 */
public record MediaType(String name, Map<String, String> parameters) {
    private static final int MOST_PARAMETERS = 100;

    /** Reads a raw header. */
    public static MediaType of(String raw) {
        var pieces = new Pieces(raw);
        var name = pieces.next().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var found = new TreeMap<String, String>();
        while (!pieces.atEnd() && found.size() < MOST_PARAMETERS) {
            var piece = pieces.next();
            int equals = piece.indexOf('=');
            if (equals > 0) {
                found.putIfAbsent(
                        piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        piece.substring(equals + 1).strip());
            }
        }
        return new MediaType(name, found);
    }

    public boolean is(String prefix) {
        return name.startsWith(prefix);
    }

    /** A parameter as it stands, without its quotation marks. */
    public Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key)).map(MediaType::unquoted).filter(value -> !value.isEmpty());
    }

    /** A parameter for people: in parts and with a charset (RFC 2231), or with encoded words as many programs write it. */
    public Optional<String> text(String key, Headers headers) {
        if (parameters.containsKey(key)) {
            return parameter(key).map(headers::decoded);
        }
        var parts = new ArrayList<String>();
        var whole = parameters.get(key + "*");
        if (whole != null) {
            parts.add(unquoted(whole));
        }
        boolean encoded = whole != null;
        for (int number = 0; parts.size() == number; number++) {
            var starred = parameters.get(key + "*" + number + "*");
            var plain = parameters.get(key + "*" + number);
            encoded |= starred != null;
            if (starred != null || plain != null) {
                // What is not percent-encoded must not be read as if it were.
                parts.add(
                        starred != null
                                ? unquoted(starred)
                                : unquoted(plain == null ? "" : plain).replace("%", "%25"));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var joined = String.join("", parts);
        return Optional.of(encoded ? percentDecoded(joined) : headers.decoded(joined.replace("%25", "%")));
    }

    private static String percentDecoded(String value) {
        int first = value.indexOf('\'');
        int second = value.indexOf('\'', first + 1);
        var charset = first > 0 && second > 0 ? Optional.of(value.substring(0, first)) : Optional.<String>empty();
        return Charsets.decode(TransferCoding.percent(value.substring(second + 1)), charset);
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        var text = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** Cuts at semicolons, but not inside quotation marks; leaves comments out. */
    private static final class Pieces {
        private final String raw;
        private int at;

        Pieces(String raw) {
            this.raw = raw;
        }

        boolean atEnd() {
            return at >= raw.length();
        }

        String next() {
            var piece = new StringBuilder();
            boolean quoted = false;
            int comment = 0;
            for (; at < raw.length(); at++) {
                char c = raw.charAt(at);
                if (c == '\\' && quoted && at + 1 < raw.length()) {
                    piece.append(c).append(raw.charAt(++at));
                    continue;
                }
                if (c == '"' && comment == 0) {
                    quoted = !quoted;
                } else if (!quoted && c == '(' && piece.indexOf("=") < 0) {
                    comment++;
                } else if (comment > 0) {
                    comment -= c == ')' ? 1 : 0;
                    continue;
                } else if (c == ';' && !quoted) {
                    at++;
                    break;
                }
                if (comment == 0) {
                    piece.append(c);
                }
            }
            return piece.toString().strip();
        }
    }
}
