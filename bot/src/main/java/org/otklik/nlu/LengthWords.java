package org.otklik.nlu;

import java.util.List;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;

/** The words by which a length of time is told from an age, a rate and hours of work, as the tables name them. */
final class LengthWords {
    /** A unit that is a length without a number: half a year. */
    static final Symbol<String> LENGTHY = new Symbol<>("lengthy");
    /** A form of a unit that says when, and not how long: in the week. */
    static final Symbol<String> WITHIN = new Symbol<>("within");
    /** Makes a unit behind it a length: a whole week. */
    static final Symbol<String> STRETCH = new Symbol<>("stretch");
    /** Before a length it says how long something takes. */
    static final Symbol<String> LASTS = new Symbol<>("lasts");
    /** Behind a length it says so. */
    static final Symbol<String> AWAY = new Symbol<>("away");
    /** What takes its time; who worked at it says so. */
    static final Symbol<String> SITTING = new Symbol<>("sitting");
    /** Behind a length it makes a distance of it: five minutes on foot. */
    static final Symbol<String> DISTANCE = new Symbol<>("distance");
    /** Between a length and a unit it says how often: three days a week. */
    static final Symbol<String> PER = new Symbol<>("per");
    /** Who or what a number of years beside it is the age of. */
    static final Symbol<String> AGED = new Symbol<>("aged");
    /** Behind a length it makes an age of it. */
    static final Symbol<String> OLD = new Symbol<>("old");
    /** A number of years behind it is an age. */
    static final Symbol<String> OF_AGE = new Symbol<>("of-age");
    /** Words of reports of work. */
    static final Symbol<String> WORK = new Symbol<>("work");

    private LengthWords() {}

    static Lexicon words(Lexicon lexicon) {
        for (var symbol :
                List.of(LENGTHY, WITHIN, STRETCH, LASTS, AWAY, DISTANCE, SITTING, PER, AGED, OLD, OF_AGE, WORK)) {
            lexicon.with(symbol, value -> value);
        }
        return lexicon;
    }
}
