package org.otklik.nlu.grammar;

import java.util.ArrayList;
import java.util.List;
import org.otklik.nlu.grammar.Token.Shape;

/** A text cut into tokens, in one pass. Letters and digits part, as do words at hyphens; an apostrophe within a word stays. */
public final class Tokens {
    private final String text;
    private final List<Token> all;
    private final int[] firstAtOrAfter;

    private Tokens(String text, List<Token> all) {
        this.text = text;
        this.all = List.copyOf(all);
        this.firstAtOrAfter = new int[text.length() + 1];
        int token = 0;
        for (int offset = 0; offset <= text.length(); offset++) {
            while (token < all.size() && all.get(token).start() < offset) {
                token++;
            }
            firstAtOrAfter[offset] = token;
        }
    }

    public static Tokens of(String text) {
        var tokens = new ArrayList<Token>();
        boolean spaced = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isSpace(c)) {
                spaced = true;
                i += Character.charCount(c);
                continue;
            }
            var shape = Character.isLetter(c) ? Shape.WORD : isDigit(c) ? Shape.DIGITS : Shape.MARK;
            int end = end(text, i, shape);
            var piece = text.substring(i, end);
            tokens.add(new Token(piece, Folding.fold(piece), i, end, shape, spaced));
            spaced = false;
            i = end;
        }
        return new Tokens(text, tokens);
    }

    public String text() {
        return text;
    }

    public int size() {
        return all.size();
    }

    public Token at(int index) {
        return all.get(index);
    }

    public boolean has(int index) {
        return index >= 0 && index < all.size();
    }

    /** Whether the tokens on both sides of this place touch. */
    public boolean isJoined(int index) {
        return index > 0 && has(index) && !at(index).spaced();
    }

    /** The index of the first token that starts at this offset of the text or after it. */
    public int indexAt(int offset) {
        return firstAtOrAfter[offset];
    }

    /** What was typed from one token up to another, exclusive. */
    public String text(int from, int to) {
        return from >= to ? "" : text.substring(at(from).start(), at(to - 1).end());
    }

    private static int end(String text, int start, Shape shape) {
        int i = start + Character.charCount(text.codePointAt(start));
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean goesOn = switch (shape) {
                case DIGITS -> isDigit(c);
                case WORD -> Character.isLetter(c) || isCombining(c) || isApostrophe(text, i);
                case MARK -> isCombining(c);
            };
            if (!goesOn) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isApostrophe(String text, int i) {
        char c = text.charAt(i);
        return (c == '\'' || c == '\u2019') && i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1));
    }

    /** Marks on letters, the joiners and variation selectors of emoji, and what is invisible. */
    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
