package org.otklik.nlu;

import java.util.Optional;

/**
 * An entity that a recogniser proposes; of those that overlap, one is taken.
 *
 * @param entity empty for what is known to be none, such as "every Monday", so that nothing else is read into it
 * @param from its first token
 * @param to the token after its last one
 */
record Candidate(Optional<Entity> entity, int from, int to, Strength strength) {
    /** How sure the form is by itself; between equals the longer is taken. */
    enum Strength {
        /** Has a form that nothing else has: an address, a telephone number. */
        FORM,
        /** Words that mean this and nothing else. */
        WORDS,
        /** Taken for this for want of a better reading. */
        GUESS
    }

    Candidate(Entity entity, int from, int to, Strength strength) {
        this(Optional.of(entity), from, to, strength);
    }

    static Candidate nothing(int from, int to) {
        return new Candidate(Optional.empty(), from, to, Strength.WORDS);
    }

    int length() {
        return to - from;
    }
}
