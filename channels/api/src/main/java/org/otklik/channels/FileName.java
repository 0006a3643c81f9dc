package org.otklik.channels;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of attachments, made harmless for display. Nothing is stored under them. */
public final class FileName {
    /** In bytes of UTF-8, what file systems allow: somebody may save the file under its name. */
    private static final int LONGEST = 255;

    private static final int LONGEST_ENDING = 40;

    private FileName() {}

    /** Without folders, controls, direction marks and zero-width characters. */
    public static String clean(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var visible = plain.replaceAll("^\\.+", "");
        if (bytes(visible) <= LONGEST) {
            return visible;
        }
        int dot = visible.lastIndexOf('.');
        var ending = dot > 0 && bytes(visible.substring(dot)) <= LONGEST_ENDING ? visible.substring(dot) : "";
        return shortened(visible, LONGEST - bytes(ending)) + ending;
    }

    private static String shortened(String text, int longest) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            var letter = Character.toString(text.codePointAt(end));
            used += bytes(letter);
            if (used > longest) {
                break;
            }
            end += letter.length();
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
