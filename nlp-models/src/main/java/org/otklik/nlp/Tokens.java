package org.otklik.nlp;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text into words, numbers, addresses, emoji and the punctuation that tells something. */
final class Tokens {
    /** What follows this many characters of a message does not change what it asks for. */
    private static final int LONGEST = 4_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\uFE0F&&[^\\u0306\\u0308]]+");
    /** The part of an address before its sign has a bound (RFC 5321 §4.5.3.1.1), so that marks in a row are not read over and over. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<![\\w.+-])[\\w.+-]{1,64}+@[\\w.-]+\\w\
            |https?://\\S+|www\\.\\S+\
            |[\\p{L}\\p{M}]++(?:['’\\-][\\p{L}\\p{M}]++)*+\
            |[+(]?\\d[\\d().,:/ \\u00A0-]*\\d|\\d\
            |[\\u20A0-\\u20CF$£¥%№#*?!]\
            |\\p{So}""", Pattern.UNICODE_CHARACTER_CLASS);

    private Tokens() {}

    /** The tokens in order, in the case they were typed in. Linear in the length of the text. */
    static String[] of(String text) {
        return cut(clean(text));
    }

    /** The tokens of a text that is clean already. */
    static String[] cut(String clean) {
        List<String> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(clean);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens.toArray(String[]::new);
    }

    /** Composed (NFC), without what can't be seen, cut to a length that still tells the intent. */
    static String clean(String text) {
        var start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var visible = INVISIBLE.matcher(start).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }

    /** A word as the features and vocabularies know it. */
    static String fold(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u0451', '\u0435');
        return squeeze(lower);
    }

    /** Three or more of the same letter in a row are shouting: two are left, and one at the end. */
    private static String squeeze(String word) {
        var squeezed = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            boolean third = at >= 2 && word.charAt(at - 1) == letter && word.charAt(at - 2) == letter;
            if (!third || Character.isDigit(letter)) {
                squeezed.append(letter);
            }
        }
        return squeezed.toString();
    }

    static boolean isWord(String token) {
        return Character.isLetter(token.codePointAt(0)) && token.indexOf('@') < 0 && token.indexOf("://") < 0;
    }

    /** Whether it is written as a name: a capital letter and small ones. */
    static boolean isName(String word) {
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && Character.isLowerCase(word.charAt(1))
                && word.chars().allMatch(Character::isLetter);
    }
}
