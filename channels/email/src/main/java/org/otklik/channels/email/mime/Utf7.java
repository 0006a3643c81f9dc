package org.otklik.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152), which Java does not know, and old Outlook and Exchange wrote. */
final class Utf7 {
    private static final Set<String> NAMES = Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7");

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?");

    private Utf7() {}

    static boolean isName(String charset) {
        return NAMES.contains(charset.strip().toLowerCase(Locale.ROOT));
    }

    static String decode(String text) {
        return SHIFTED.matcher(text).replaceAll(run -> Matcher.quoteReplacement(letters(run.group(1))));
    }

    /** Nothing between the signs stands for a plus; else UTF-16 in Base64. */
    private static String letters(String encoded) {
        if (encoded.isEmpty()) {
            return "+";
        }
        var bytes = encoded.getBytes(StandardCharsets.US_ASCII);
        var units = TransferCoding.base64(bytes, 0, bytes.length);
        return new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
    }
}
