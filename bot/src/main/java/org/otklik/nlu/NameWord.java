package org.otklik.nlu;

import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Token;
import org.otklik.nlu.grammar.Tokens;

/**
 * A word that may be a part of a name: one token, or several that hyphens join.
 *
 * @param from its first token
 * @param to the token after its last one
 * @param text as typed, without an English genitive ending
 */
record NameWord(int from, int to, String text) {
    private static final String GENITIVE = "'s";
    private static final String TYPESET_GENITIVE = "\u2019s";
    private static final int MAX_HYPHENS = 3;

    static NameWord at(Tokens tokens, int from) {
        int to = from + 1;
        for (int hyphens = 0; hyphens < MAX_HYPHENS && isJoinedByHyphen(tokens, to); hyphens++) {
            to += 2;
        }
        var text = tokens.text(from, to);
        boolean isGenitive = text.endsWith(GENITIVE) || text.endsWith(TYPESET_GENITIVE);
        return new NameWord(from, to, isGenitive ? text.substring(0, text.length() - GENITIVE.length()) : text);
    }

    private static boolean isJoinedByHyphen(Tokens tokens, int hyphen) {
        return tokens.isJoined(hyphen)
                && Marks.isDash(tokens.at(hyphen))
                && tokens.isJoined(hyphen + 1)
                && tokens.at(hyphen + 1).isWord()
                && tokens.at(hyphen + 1).isCapitalised()
                        == tokens.at(hyphen - 1).isCapitalised();
    }

    /** Where it ends in the text. */
    int end(Tokens tokens) {
        return tokens.at(from).start() + text.length();
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** A single capital letter, such as one before a full stop. */
    static boolean isInitial(Token token) {
        return token.isCapitalised() && token.text().length() == 1;
    }
}
