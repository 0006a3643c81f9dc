package org.otklik.nlu.grammar;

/**
 * A word, a run of digits or one mark of a text.
 *
 * @param key the folded form, by which words are looked up
 * @param start where it begins in the text as typed, in UTF-16 units
 * @param end where it ends, exclusive
 * @param spaced whether white space stands before it
 */
public record Token(String text, String key, int start, int end, Shape shape, boolean spaced) {
    /** What a token is made of. */
    public enum Shape {
        WORD,
        DIGITS,
        MARK
    }

    public boolean isWord() {
        return shape == Shape.WORD;
    }

    public boolean isDigits() {
        return shape == Shape.DIGITS;
    }

    /** Whether it is this mark; marks have one code point. */
    public boolean is(String mark) {
        return key.equals(mark);
    }

    public boolean isCapitalised() {
        return isWord() && Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether every letter is upper case, and there are two at least. */
    public boolean isShouted() {
        return isWord() && text.length() > 1 && text.codePoints().noneMatch(Character::isLowerCase);
    }

    public boolean isCyrillic() {
        return isWord() && Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }
}
