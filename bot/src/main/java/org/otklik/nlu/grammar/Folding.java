package org.otklik.nlu.grammar;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which words are compared: lower case, composed, without stress marks, the Cyrillic yo as ye. */
public final class Folding {
    private static final char YO = '\u0451';
    private static final char YE = '\u0435';
    private static final char COMBINING_ACUTE = '\u0301';
    private static final char RIGHT_QUOTE = '\u2019';

    private Folding() {}

    public static String fold(CharSequence text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case COMBINING_ACUTE -> {}
                case YO -> folded.append(YE);
                case RIGHT_QUOTE -> folded.append('\'');
                default -> folded.append(c);
            }
        }
        return folded.toString();
    }
}
