package org.otklik.channels.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.jdkim.api.Headers;

/** A mail as it was signed: each field as it stands, folded, and the body behind them, with the line ends of RFC 5322. */
final class SignedMail {
    private static final String SIGNATURE = "DKIM-Signature";
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:");

    private final byte[] raw;
    private final int body;
    private final List<String> fields;

    SignedMail(byte[] delivered) {
        raw = withLineEnds(delivered);
        body = bodyStart(raw);
        // As the library will turn it back into bytes; other raw letters (RFC 6532) fail to verify.
        fields = fields(new String(raw, 0, body, StandardCharsets.UTF_8));
    }

    /**
     * Whether its header is one to every reader, with none of these fields twice. What is no field would end the header for some and not
     * for others, so that one would be verified and another one shown.
     */
    boolean isReadInOneWay(List<String> once) {
        return fields.stream().allMatch(field -> FIELD.matcher(field).lookingAt())
                && once.stream().allMatch(name -> named(fields, name).size() <= 1);
    }

    /** The signatures in it, the topmost first. */
    List<String> signatures() {
        return named(fields, SIGNATURE);
    }

    InputStream body() {
        return new ByteArrayInputStream(raw, body, raw.length - body);
    }

    /** Its header with no other signatures than these. */
    Headers signedBy(List<String> signatures) {
        return new Headers() {
            @Override
            public List<String> getFields() {
                return fields;
            }

            @Override
            public List<String> getFields(String name) {
                return name.equalsIgnoreCase(SIGNATURE) ? signatures : named(fields, name);
            }
        };
    }

    private static List<String> named(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.indexOf(':') > 0
                        && field.substring(0, field.indexOf(':')).strip().equalsIgnoreCase(name))
                .toList();
    }

    private static List<String> fields(String header) {
        var found = new ArrayList<StringBuilder>();
        for (var line : header.split("\r\n")) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !found.isEmpty()) {
                found.getLast().append("\r\n").append(line);
            } else {
                found.add(new StringBuilder(line));
            }
        }
        return found.stream().map(StringBuilder::toString).toList();
    }

    private static int bodyStart(byte[] raw) {
        for (int at = 0; at + 3 < raw.length; at++) {
            if (raw[at] == '\r' && raw[at + 1] == '\n' && raw[at + 2] == '\r' && raw[at + 3] == '\n') {
                return at + 4;
            }
        }
        return raw.length;
    }

    /** Mails that were kept in files have often lost their carriage returns. */
    private static byte[] withLineEnds(byte[] raw) {
        var text = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '\n' && (at == 0 || raw[at - 1] != '\r')) {
                text.write('\r');
            }
            text.write(raw[at]);
        }
        return text.toByteArray();
    }
}
