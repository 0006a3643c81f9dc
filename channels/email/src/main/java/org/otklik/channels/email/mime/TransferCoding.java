package org.otklik.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Content-Transfer-Encodings (RFC 2045 §6). What does not belong into one is passed over, as mail programs do. */
enum TransferCoding {
    NONE,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE;

    static TransferCoding of(String header) {
        return switch (header.strip().replace("\"", "").toLowerCase(Locale.ROOT)) {
            case "base64" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "x-uuencode", "uuencode", "x-uue" -> UUENCODE;
            default -> NONE;
        };
    }

    byte[] decode(byte[] source, int from, int to) {
        return switch (this) {
            case NONE -> Arrays.copyOfRange(source, from, to);
            case BASE64 -> base64(source, from, to);
            case QUOTED_PRINTABLE -> quotedPrintable(source, from, to, false);
            case UUENCODE -> uuencoded(source, from, to);
        };
    }

    static byte[] base64(byte[] source, int from, int to) {
        var out = new ByteArrayOutputStream((to - from) * 3 / 4 + 3);
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            int value = sextet(source[i]);
            if (source[i] == '=') {
                // The end of one encoded run; another one may follow, glued on by a gateway.
                held = 0;
                bits = 0;
            } else if (value >= 0) {
                held = (held << 6 | value) & 0xFFFFFF;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                }
            }
        }
        return out.toByteArray();
    }

    private static int sextet(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }

    /** @param header whether an underscore is a space (RFC 2047 §4.2) */
    static byte[] quotedPrintable(byte[] source, int from, int to, boolean header) {
        var out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            byte c = source[i];
            if (c == '=') {
                int high = i + 1 < to ? hex(source[i + 1]) : -1;
                int low = i + 2 < to ? hex(source[i + 2]) : -1;
                int end = softBreak(source, i + 1, to);
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    i += 2;
                } else if (end > 0) {
                    i = end - 1;
                } else {
                    out.write(c);
                }
            } else if ((c == ' ' || c == '\t') && !header) {
                int end = i;
                while (end < to && (source[end] == ' ' || source[end] == '\t')) {
                    end++;
                }
                // Blanks before a line break were added on the way (RFC 2045 §6.7, rule 3).
                if (end < to && source[end] != '\r' && source[end] != '\n') {
                    out.write(source, i, end - i);
                }
                i = end - 1;
            } else {
                out.write(header && c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    /** Where the line after a soft break begins, or 0 when this is none. */
    private static int softBreak(byte[] source, int from, int to) {
        int at = from;
        while (at < to && (source[at] == ' ' || source[at] == '\t')) {
            at++;
        }
        if (at >= to) {
            return to;
        }
        if (source[at] == '\r') {
            return at + 1 < to && source[at + 1] == '\n' ? at + 2 : at + 1;
        }
        return source[at] == '\n' ? at + 1 : 0;
    }

    static byte[] percent(String value) {
        var bytes = Headers.bytes(value);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1]) : -1;
            int low = high >= 0 ? hex(bytes[i + 2]) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    private static int hex(byte c) {
        return Character.digit((char) c, 16);
    }

    private static byte[] uuencoded(byte[] source, int from, int to) {
        var out = new ByteArrayOutputStream((to - from) * 3 / 4);
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && source[end] != '\n') {
                end++;
            }
            boolean frame = startsWith(source, at, end, "begin ") || startsWith(source, at, end, "end");
            if (!frame && end > at) {
                uuline(source, at, end, out);
            }
            at = end + 1;
        }
        return out.toByteArray();
    }

    private static void uuline(byte[] source, int from, int to, ByteArrayOutputStream out) {
        int length = source[from] - ' ' & 63;
        int bits = 0;
        int held = 0;
        for (int i = from + 1; i < to && length > 0; i++) {
            held = (held << 6 | (source[i] - ' ' & 63)) & 0xFFFFFF;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                length--;
            }
        }
    }

    private static boolean startsWith(byte[] source, int from, int to, String prefix) {
        return to - from >= prefix.length()
                && Arrays.equals(source, from, from + prefix.length(), Headers.bytes(prefix), 0, prefix.length());
    }
}
