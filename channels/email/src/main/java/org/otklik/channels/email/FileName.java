package org.otklik.channels.email;

import java.text.Normalizer;

/** Names of attachments, made harmless for display. Nothing is stored under them. */
final class FileName {
    private static final int LONGEST = 120;

    private FileName() {}

    /** Without folders, controls, direction marks and zero-width characters. */
    static String clean(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var visible = plain.replaceAll("^\\.+", "");
        if (visible.length() <= LONGEST) {
            return visible;
        }
        int dot = visible.lastIndexOf('.');
        var ending = dot > 0 && visible.length() - dot <= 12 ? visible.substring(dot) : "";
        int end = LONGEST - ending.length();
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
