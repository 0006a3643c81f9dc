package org.otklik.bench;

import java.lang.Character.UnicodeScript;

/** A text on one line in which each character can be told, as Java writes it. */
final class Escaped {
    /** The first character after those that everybody can read. */
    private static final char DELETE = 0x7F;

    private Escaped() {}

    static String of(String text) {
        var line = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                line.append('\\').append((char) unit);
            } else if ((unit >= ' ' && unit < DELETE) || UnicodeScript.of(unit) == UnicodeScript.CYRILLIC) {
                line.append((char) unit);
            } else {
                line.append("\\u%04X".formatted(unit));
            }
        });
        return line.append('"').toString();
    }
}
