package org.otklik.nlp;

import java.util.Arrays;

/** What a feature is made of, by the letter that it begins with. */
public enum FeatureKind {
    WORD('w', "word"),
    STEM('s', "stem"),
    NEIGHBOURS('b', "two words in a row"),
    APART('k', "two words with one between"),
    LETTERS('c', "run of letters"),
    NAME('n', "name pattern"),
    CONCEPT('y', "concept"),
    CONCEPTS('z', "pair of concepts"),
    NEGATED('x', "behind a negation"),
    ALWAYS('1', "any text"),
    /** No feature of the text, but who says it: staff rarely mean what donors do. */
    SPEAKER('\0', "said by staff");

    private final char letter;
    private final String title;

    FeatureKind(char letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** What it is called in front of people who look into a decision. */
    public String title() {
        return title;
    }

    static FeatureKind of(char letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of feature begins with " + letter));
    }
}
