package org.otklik.nlu;

import java.util.List;
import java.util.Set;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Clauses;

/** The words by which acts are told apart, as the tables name them. */
final class ActWords {
    /** Words that may join two acts. */
    static final Symbol<String> BORDER = new Symbol<>("border");
    /** Those that announce something more. */
    static final Symbol<String> ADDING = new Symbol<>("adding");
    /** A request that may begin without any mark before it. */
    static final Symbol<String> REQUEST = new Symbol<>("request");
    /** Pronouns that may be the subject of a new clause. */
    static final Symbol<String> SUBJECT = new Symbol<>("subject");
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

    /** Before a name it gives something to do to this person. */
    static final Symbol<String> ENTRUST = new Symbol<>("entrust");
    /** Behind a name it does. */
    static final Symbol<String> DUTY = new Symbol<>("duty");
    /** The same, where an infinitive follows: without one it only tells of somebody. */
    static final Symbol<String> NEED = new Symbol<>("need");

    /** Given names, also without a capital letter. */
    static final Symbol<String> GIVEN_NAME = Clauses.GIVEN_NAME;

    /** What is promised or ahead. */
    static final Symbol<String> HEREAFTER = new Symbol<>("hereafter");
    /** A letter went to somebody. */
    static final Symbol<String> SENT = new Symbol<>("sent");
    /** What was handed over, by staff or to them. */
    static final Symbol<String> HANDED = new Symbol<>("handed");
    /** Who got it, by a pronoun. */
    static final Symbol<String> RECIPIENT = new Symbol<>("recipient");
    /** What is done with somebody, in the form of an order: of a day that is over it tells what was. */
    static final Symbol<String> DEALING = new Symbol<>("dealing");
    /** Whom something is done to or with, by a pronoun. */
    static final Symbol<String> OBJECT = new Symbol<>("object");
    /** Gifts that were made. */
    static final Symbol<String> PAST_GIFT = new Symbol<>("past-gift");
    /** Tells of words: when they were said is not when what they are about happens. */
    static final Symbol<String> SAYING = new Symbol<>("saying");
    /** What is only imagined. */
    static final Symbol<String> UNREAL = new Symbol<>("unreal");
    /** Where the contrary begins: no negation reaches over it. */
    static final Symbol<String> ADVERSE = new Symbol<>("adverse");

    static final Symbol<String> NOT = new Symbol<>("not");
    /** Says of what stands in the same clause that it can't be done. */
    static final Symbol<String> UNABLE = new Symbol<>("unable");
    /** Before an amount that is the most: "more than 500". */
    static final Symbol<String> AT_MOST = new Symbol<>("at-most");
    /** Phrases with a word of negation that negate nothing: "not only". */
    static final Symbol<String> NOT_SO = new Symbol<>("not-so");
    /** Tells the bot to write nothing down. */
    static final Symbol<String> LEAVE_OUT = new Symbol<>("leave-out");
    /** By these something of the intents is asked for. */
    static final Symbol<Set<String>> ASKING = new Symbol<>("asking");
    /** Before what is asked for it says that this is not wanted. */
    static final Symbol<String> FORBID = new Symbol<>("forbid");
    /** Behind what is asked for it says so. */
    static final Symbol<String> NEEDLESS = new Symbol<>("needless");
    /** Of what is asked for it says, with {@link #UNTOUCHED} behind it, that it should stay: "leave them as they are". */
    static final Symbol<String> LEAVE = new Symbol<>("leave");
    /** What {@link #LEAVE} ends in. */
    static final Symbol<String> UNTOUCHED = new Symbol<>("untouched");
    /** Gives each of several days the hours that are named once. */
    static final Symbol<String> EACH = new Symbol<>("each");
    /** What may stand between the two. */
    static final Symbol<String> SMALL = new Symbol<>("small");
    /** Behind these stands what is wanted instead. */
    static final Symbol<String> OTHERWISE = new Symbol<>("otherwise");
    /** With these a message begins before it comes to the matter. */
    static final Symbol<String> GREETING = new Symbol<>("greeting");
    /** Asks to be told: the question behind it belongs to it. */
    static final Symbol<String> TELL_ME = new Symbol<>("tell-me");
    /** Says of a sum who gives it, without a verb: "2000 from me". */
    static final Symbol<String> OWN = new Symbol<>("own");
    /** Asks whether something is there, wherever it stands: Russian has no other sign of such a question. */
    static final Symbol<String> EXISTS = new Symbol<>("exists");
    /** By these a question begins. */
    static final Symbol<String> ASKS = new Symbol<>("asks");

    /** Asks wherever it stands. */
    static final Symbol<String> QUESTION = new Symbol<>("question");
    /** Asks who, or how much. */
    static final Symbol<String> WONDER = new Symbol<>("wonder");
    /** Tells the bot to write something down: then even a question is a request. */
    static final Symbol<String> WRITE_DOWN = new Symbol<>("write-down");

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
            REQUEST,
            SUBJECT,
            BOUND,
            TAGGING,
            INFINITIVE,
            INFINITIVE_MARK,
            ENTRUST,
            DUTY,
            NEED,
            HEREAFTER,
            PAST_GIFT,
            SENT,
            HANDED,
            RECIPIENT,
            OBJECT,
            DEALING,
            SAYING,
            UNREAL,
            ADVERSE,
            NOT,
            UNABLE,
            AT_MOST,
            NOT_SO,
            LEAVE_OUT,
            FORBID,
            NEEDLESS,
            LEAVE,
            EACH,
            UNTOUCHED,
            SMALL,
            OTHERWISE,
            GREETING,
            TELL_ME,
            EXISTS,
            OWN,
            ASKS,
            QUESTION,
            WONDER,
            WRITE_DOWN,
            RIGHT,
            FILLER,
            CONTRARY,
            INSTEAD,
            IN_PLACE_OF,
            RETRACT);

    private ActWords() {}

    static Lexicon words(Lexicon lexicon) {
        PLAIN.forEach(symbol -> lexicon.with(symbol, value -> value));
        lexicon.with(ASKING, value -> Set.of(value.split(" ")));
        return lexicon.with(HEAD, value -> Set.of(value.split(" ")));
    }
}
