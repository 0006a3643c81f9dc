package org.otklik.nlu;

/**
 * Whether what an act tells has happened, will happen, or is only spoken of. The head word of the act decides, by its tense and by
 * what stands around it. A negation that belongs to the meaning of the intent counts for nothing: "don't write to me" is plain.
 */
public enum Mood {
    /** It has happened: "she gave 500". */
    DONE,
    /** It is going to happen, or somebody said so: "she pledged 500". */
    PROMISED,
    /** It is said not to be so, or not to be written down: "he won't give", "don't log this". */
    NEGATED,
    /** It would be so if things were otherwise: "she would have given". */
    WISHED,
    /** It is only spoken of, whichever way: refused, imagined, somebody else's affair. The classifier hears it in the words as a whole. */
    SPOKEN_OF,
    /** Somebody wants to know: "did she give anything?" */
    ASKED,
    /** None of these: a request, a fact without tense. */
    PLAIN;

    /** Whether there may be something to write down: what is not so, or is only wished for or spoken of, never is. */
    public boolean isReal() {
        return this != NEGATED && this != WISHED && this != SPOKEN_OF;
    }
}
