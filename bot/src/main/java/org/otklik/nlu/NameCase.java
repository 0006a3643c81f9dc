package org.otklik.nlu;

import java.util.Locale;

/** The capital letters of names. */
final class NameCase {
    private NameCase() {}

    /** A capital at the beginning and after hyphens; capitals inside stay, but not where all are capitals. */
    static String title(String name) {
        boolean isShouted = name.length() > 1 && name.codePoints().noneMatch(Character::isLowerCase);
        var letters = new StringBuilder(isShouted ? name.toLowerCase(Locale.ROOT) : name);
        boolean isStart = true;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (isStart) {
                letters.setCharAt(i, Character.toTitleCase(c));
            }
            isStart = c == '-' || c == ' ';
        }
        return letters.toString();
    }
}
