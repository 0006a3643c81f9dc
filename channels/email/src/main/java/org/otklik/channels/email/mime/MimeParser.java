package org.otklik.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a mail into its parts (RFC 5322, 2046). Every mail can be read: what is malformed is passed over or taken for text, and what is
 * nested deeper or cut into more parts than people do is left unread. The bytes are not copied.
 */
public final class MimeParser {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int LOOK_AHEAD = 20;

    private final byte[] source;
    private int parts;

    private MimeParser(byte[] source) {
        this.source = source;
    }

    public static Part parse(byte[] raw) {
        var source = withLineFeeds(raw);
        var parser = new MimeParser(source);
        return parser.part(parser.mailStart(0, source.length), source.length, 0, "text/plain");
    }

    /** Mails of old Macintoshes end their lines with a carriage return alone. */
    private static byte[] withLineFeeds(byte[] raw) {
        boolean returns = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return raw;
        }
        var copy = raw.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == '\r' ? (byte) '\n' : copy[i];
        }
        return copy;
    }

    /** Blank lines before a mail are passed over, but a text that has no header at all keeps its own. */
    private int mailStart(int from, int to) {
        int at = from;
        if (startsWith(at, to, "\u00EF\u00BB\u00BF")) {
            at += 3;
        }
        while (at < to && isBlank(at, lineEnd(at, to))) {
            at = lineEnd(at, to);
        }
        return at < to && nameLength(at, lineEnd(at, to)) > 0 ? at : from;
    }

    private Part part(int from, int to, int depth, String usual) {
        parts++;
        var headers = new Headers();
        int body = header(from, to, headers);
        var type = headers.raw("content-type")
                .map(MediaType::of)
                .filter(declared -> declared.name().contains("/"));
        var name = type.orElseGet(() -> MediaType.of(usual));
        var found = new ArrayList<Part>();
        if (depth < DEEPEST && parts < MOST_PARTS) {
            if (name.is("multipart/")) {
                multipart(body, to, depth, name, found);
            } else if (isMail(name)) {
                mail(body, to, depth, headers, found);
            }
        }
        return new Part(source, body, to, headers, name, found);
    }

    private static boolean isMail(MediaType type) {
        return type.is("message/rfc822")
                || (type.is("message/global") && !type.is("message/global-"))
                || type.is("message/news");
    }

    private void mail(int from, int to, int depth, Headers headers, List<Part> found) {
        var coding = TransferCoding.of(headers.raw("content-transfer-encoding").orElse(""));
        if (coding == TransferCoding.NONE) {
            found.add(part(mailStart(from, to), to, depth + 1, "text/plain"));
        } else {
            // Forbidden by RFC 2046 §5.2.1 and done all the same.
            var inner = new MimeParser(coding.decode(source, from, to));
            inner.parts = parts;
            found.add(
                    inner.part(inner.mailStart(0, inner.source.length), inner.source.length, depth + 1, "text/plain"));
            parts = inner.parts;
        }
    }

    private void multipart(int from, int to, int depth, MediaType type, List<Part> found) {
        var boundary = type.parameter("boundary").map(String::stripTrailing).or(() -> firstDashes(from, to));
        if (boundary.isEmpty()) {
            return;
        }
        var usual = type.is("multipart/digest") ? "message/rfc822" : "text/plain";
        var marker = ("--" + boundary.get()).getBytes(StandardCharsets.ISO_8859_1);
        int start = -1;
        for (int at = from; at < to && parts < MOST_PARTS; ) {
            int end = lineEnd(at, to);
            int kind = boundaryKind(at, end, marker);
            if (kind > 0) {
                if (start >= 0) {
                    found.add(part(start, Math.max(start, contentEnd(start, at)), depth + 1, usual));
                }
                start = end;
                if (kind == 2) {
                    return;
                }
            }
            at = end;
        }
        if (start >= 0 && start < to && parts < MOST_PARTS) {
            found.add(part(start, to, depth + 1, usual));
        }
    }

    /** A multipart that forgot to name its boundary still has one. */
    private Optional<String> firstDashes(int from, int to) {
        for (int at = from; at < to; at = lineEnd(at, to)) {
            int end = lineEnd(at, to);
            if (end - at > 4 && source[at] == '-' && source[at + 1] == '-') {
                var line = new String(source, at, end - at, StandardCharsets.ISO_8859_1).strip();
                return line.contains(" ") ? Optional.empty() : Optional.of(line.substring(2));
            }
        }
        return Optional.empty();
    }

    /** 0 for no boundary, 1 for one between parts, 2 for the last one. */
    private int boundaryKind(int at, int end, byte[] marker) {
        if (end - at < marker.length || source[at] != '-' || source[at + 1] != '-') {
            return 0;
        }
        for (int i = 0; i < marker.length; i++) {
            if (source[at + i] != marker[i]) {
                return 0;
            }
        }
        var rest =
                new String(source, at + marker.length, end - at - marker.length, StandardCharsets.ISO_8859_1).strip();
        return rest.isEmpty() ? 1 : rest.equals("--") ? 2 : 0;
    }

    /** The line break before a boundary belongs to the boundary. */
    private int contentEnd(int from, int boundary) {
        int end = boundary;
        if (end > from && source[end - 1] == '\n') {
            end--;
        }
        return end > from && source[end - 1] == '\r' ? end - 1 : end;
    }

    /** Reads the header into {@code headers} and says where the body begins. */
    private int header(int from, int to, Headers headers) {
        int at = from;
        while (at < to) {
            int end = lineEnd(at, to);
            if (isBlank(at, end) && source[at] != ' ' && source[at] != '\t') {
                return end;
            }
            int name = nameLength(at, end);
            if (source[at] == ' ' || source[at] == '\t') {
                headers.fold(line(at, end));
            } else if (name > 0) {
                int value = at + name;
                while (source[value] != ':') {
                    value++;
                }
                headers.add(new String(source, at, name, StandardCharsets.ISO_8859_1), line(value + 1, end));
            } else if (!startsWith(at, end, "From ") && !startsWith(at, end, ">From ") && !isFollowedByField(end, to)) {
                // Neither a field nor the rest of one: the blank line before the body is missing.
                return at;
            }
            at = end;
        }
        return to;
    }

    private boolean isFollowedByField(int from, int to) {
        int at = from;
        for (int lines = 0; lines < LOOK_AHEAD && at < to; lines++) {
            int end = lineEnd(at, to);
            if (isBlank(at, end)) {
                return false;
            }
            if (nameLength(at, end) > 0) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** How long the name is when a line is a header field, else 0. */
    private int nameLength(int at, int end) {
        int length = 0;
        while (at + length < end
                && source[at + length] > ' '
                && source[at + length] < 127
                && source[at + length] != ':') {
            length++;
        }
        int colon = at + length;
        while (colon < end && (source[colon] == ' ' || source[colon] == '\t')) {
            colon++;
        }
        return colon < end && source[colon] == ':' ? length : 0;
    }

    private String line(int from, int end) {
        int to = end;
        while (to > from && (source[to - 1] == '\n' || source[to - 1] == '\r')) {
            to--;
        }
        return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int lineEnd(int from, int to) {
        for (int at = from; at < to; at++) {
            if (source[at] == '\n') {
                return at + 1;
            }
        }
        return to;
    }

    private boolean isBlank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (source[at] != '\r' && source[at] != '\n' && source[at] != ' ' && source[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int at, int end, String prefix) {
        if (end - at < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if ((source[at + i] & 0xFF) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
