package org.otklik.channels.email.mime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * How much a text looks as if it were written in a language, judged by its letters beyond ASCII.
 *
 * @param fit the mean logarithm of their frequencies: about -3 for text of the language, below -4 for noise
 * @param count how many there are
 * @param isForeign whether they stand among Latin letters, as accented ones do
 */
record Letters(double fit, int count, boolean isForeign) {
    /** What is at least this good can be text of the language. */
    static final double PLAUSIBLE = -4.2;

    /** By how much one reading must be better than another to be preferred against what was declared. */
    static final double CLEARLY = 0.7;

    private static final double MARK = -4.8;
    private static final double NOISE = -9;
    private static final double CASE_BREAK = -6;

    /** Punctuation that stands in running text of any language. */
    private static final String PUNCTUATION = "\u00A0«»–—„“”‘’…№•§";

    /** By letter, up to the last one of the Cyrillic block. */
    private static final double[] RUSSIAN = load();

    private static double[] load() {
        var logarithms = new double[0x500];
        Arrays.fill(logarithms, Double.NaN);
        try (var file = Objects.requireNonNull(Letters.class.getResourceAsStream("letters_ru.tsv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var cells = line.split("\t");
                logarithms[cells[0].charAt(0)] = Math.log(Double.parseDouble(cells[1]) / 100);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logarithms;
    }

    static Letters russian(String text) {
        double sum = 0;
        int count = 0;
        int letters = 0;
        int foreign = 0;
        boolean small = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            small = Character.isLetter(c) && (small || Character.isLowerCase(c));
            if (c < 0x80) {
                continue;
            }
            count++;
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (Character.isLetter(c)) {
                letters++;
                foreign += isLatin(before) || isLatin(after) ? 1 : 0;
            }
            sum += worth(small, c);
        }
        return new Letters(count == 0 ? NOISE : sum / count, count, foreign * 3 > letters);
    }

    /** @param small whether its word has had a small letter */
    private static double worth(boolean small, char c) {
        char letter = Character.toLowerCase(c);
        double frequency = letter < RUSSIAN.length ? RUSSIAN[letter] : Double.NaN;
        if (Double.isNaN(frequency)) {
            return PUNCTUATION.indexOf(c) >= 0 ? MARK : NOISE;
        }
        // Capital letters after small ones are what another charset's letters look like.
        return small && Character.isUpperCase(c) ? CASE_BREAK : frequency;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
