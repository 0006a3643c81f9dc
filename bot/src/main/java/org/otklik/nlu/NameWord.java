package org.otklik.nlu;

import java.util.Set;
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
    /** What stands without a capital behind the hyphen of Korean and Chinese given names: Soo-jin, Mei-ling. */
    private static final Set<String> SYLLABLES = Set.of(
            "ah", "bin", "bok", "chang", "cheol", "chul", "dong", "eon", "eun", "fang", "fen", "gi", "guk", "gyu", "ha",
            "hae", "han", "hao", "hee", "ho", "hong", "hoon", "hua", "hui", "hun", "hwa", "hwan", "hye", "hyuk", "hyun",
            "il", "jae", "jeong", "ji", "jia", "jie", "jin", "jing", "joo", "joon", "ju", "jun", "jung", "ki", "kuk",
            "kwang", "kwon", "kyu", "kyung", "lan", "lei", "li", "ling", "mei", "mi", "min", "ming", "na", "nam", "ok",
            "ping", "qing", "ra", "rae", "ran", "ri", "rim", "ryul", "sang", "seo", "seok", "seon", "seong", "sik",
            "soo", "sook", "su", "suk", "sun", "sung", "tae", "wei", "wen", "won", "woo", "wook", "xia", "xin", "xiu",
            "yan", "ye", "yeon", "yeong", "yi", "ying", "yong", "yoo", "yoon", "young", "yu", "yuan", "yun", "zhen",
            "zhi");

    private static final int LONGEST_SYLLABLE = 6;

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
                && (tokens.at(hyphen + 1).isCapitalised()
                                == tokens.at(hyphen - 1).isCapitalised()
                        || isSyllable(tokens, hyphen + 1));
    }

    private static boolean isSyllable(Tokens tokens, int index) {
        return tokens.at(index - 2).isCapitalised()
                && tokens.at(index - 2).text().length() <= LONGEST_SYLLABLE
                && SYLLABLES.contains(tokens.at(index).text());
    }

    /** Whether it is a given name of the East with its second syllable behind a hyphen. */
    boolean isSyllabic() {
        int hyphen = text.indexOf('-');
        return hyphen > 0 && isCapitalised() && SYLLABLES.contains(text.substring(hyphen + 1));
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
