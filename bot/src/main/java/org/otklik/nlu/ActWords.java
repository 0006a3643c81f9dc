package org.otklik.nlu;

import java.util.List;
import java.util.Set;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;

/** The words by which acts are told apart, as the tables name them. */
final class ActWords {
    /** Words that may join two acts. */
    static final Symbol<String> BORDER = new Symbol<>("border");
    /** Those that announce something more. */
    static final Symbol<String> ADDING = new Symbol<>("adding");
    /** With these a clause belongs to what stands before it. */
    static final Symbol<String> BOUND = new Symbol<>("bound");
    /** Shows what a clause is about: the intents that it may be. */
    static final Symbol<Set<String>> HEAD = new Symbol<>("head");
    /** Puts a label on somebody. */
    static final Symbol<String> TAGGING = new Symbol<>("tagging");
    /** Forms of verbs that need another verb before them. */
    static final Symbol<String> INFINITIVE = new Symbol<>("infinitive");

    /** Makes an infinitive of the verb behind it, whose form does not tell. */
    static final Symbol<String> INFINITIVE_MARK = new Symbol<>("infinitive-mark");

    /** What is promised or ahead. */
    static final Symbol<String> HEREAFTER = new Symbol<>("hereafter");
    /** Gifts that were made. */
    static final Symbol<String> PAST_GIFT = new Symbol<>("past-gift");
    /** What is only imagined. */
    static final Symbol<String> UNREAL = new Symbol<>("unreal");

    static final Symbol<String> NOT = new Symbol<>("not");
    /** Phrases with a word of negation that negate nothing: "not only". */
    static final Symbol<String> NOT_SO = new Symbol<>("not-so");
    /** Tells the bot to write nothing down. */
    static final Symbol<String> LEAVE_OUT = new Symbol<>("leave-out");
    /** By these a question begins. */
    static final Symbol<String> ASKS = new Symbol<>("asks");

    /** What stands before the right value of a correction. */
    static final Symbol<String> RIGHT = new Symbol<>("right");
    /** What may stand around the values of a correction. */
    static final Symbol<String> FILLER = new Symbol<>("filler");
    /** What stands before the wrong value. */
    static final Symbol<String> CONTRARY = new Symbol<>("contrary");
    /** What stands between the wrong value and the right one. */
    static final Symbol<String> INSTEAD = new Symbol<>("instead");
    /** What stands between what was said in error and what was meant. */
    static final Symbol<String> RETRACT = new Symbol<>("retract");
    /** What stands before the wrong value, without a negation. */
    static final Symbol<String> IN_PLACE_OF = new Symbol<>("in-place-of");

    private static final List<Symbol<String>> PLAIN = List.of(
            BORDER,
            ADDING,
            BOUND,
            TAGGING,
            INFINITIVE,
            INFINITIVE_MARK,
            HEREAFTER,
            PAST_GIFT,
            UNREAL,
            NOT,
            NOT_SO,
            LEAVE_OUT,
            ASKS,
            RIGHT,
            FILLER,
            CONTRARY,
            INSTEAD,
            IN_PLACE_OF,
            RETRACT);

    private ActWords() {}

    static Lexicon words(Lexicon lexicon) {
        PLAIN.forEach(symbol -> lexicon.with(symbol, value -> value));
        return lexicon.with(HEAD, value -> Set.of(value.split(" ")));
    }
}
