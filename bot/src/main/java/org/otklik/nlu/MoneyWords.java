package org.otklik.nlu;

import java.math.BigDecimal;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;

/** The words of money, as the tables name them. */
final class MoneyWords {
    /** Smaller coins, by the currency that has a hundred of them. */
    static final Symbol<String> CENTS = new Symbol<>("cents");
    /** A letter that is a coin only where it touches digits, or behind the larger sum. */
    static final Symbol<String> CENTS_LETTER = new Symbol<>("cents-letter");
    /** A thousand of a currency in one word. */
    static final Symbol<String> THOUSAND = new Symbol<>("thousand");
    /** A word that is an amount by itself: a tenner. */
    static final Symbol<Slang> SLANG = new Symbol<>("slang");
    /** The same where it may be meant otherwise. */
    static final Symbol<Slang> SLANG_VAGUE = new Symbol<>("slang-vague");
    /** A word that multiplies money and nothing else: ten grand. */
    static final Symbol<BigDecimal> SLANG_SCALE = new Symbol<>("slang-scale");

    /** A letter that multiplies a number with a currency, and is a measure elsewhere. */
    static final Symbol<BigDecimal> SCALE_LETTER = new Symbol<>("scale-letter");
    /** Letters that are a currency in capitals, beside digits. */
    static final Symbol<String> CURRENCY_CAPITALS = new Symbol<>("currency-capitals");
    /** Nouns that are numbered, but that a round number is rather the price of. */
    static final Symbol<String> PRICED_THING = new Symbol<>("priced-thing");

    /** The same where it may count things: only with a currency behind it. */
    static final Symbol<BigDecimal> PIECES = new Symbol<>("pieces");

    static final Symbol<String> TIMES = new Symbol<>("times");
    /** Between two sums of which one is meant. */
    static final Symbol<String> EITHER = new Symbol<>("either");

    static final Symbol<String> OF_EACH = new Symbol<>("of-each");
    /** Behind a number it tells how often something is done. */
    static final Symbol<String> REPEATS = new Symbol<>("repeats");
    /** How often, in a word: twice. */
    static final Symbol<BigDecimal> REPEATEDLY = new Symbol<>("repeatedly");
    /** Verbs and nouns of giving: a bare number near them is an amount. */
    static final Symbol<String> GIVING = new Symbol<>("giving");
    /** The same, but said of other things too: only near fifty and more. */
    static final Symbol<String> PRICED = new Symbol<>("priced");
    /** Says what should have been paid: a bare number near it is an amount where another one has a currency. */
    static final Symbol<String> OWED = new Symbol<>("owed");
    /** Verbs that nothing but money goes with. */
    static final Symbol<String> PAYS = new Symbol<>("pays");
    /** Behind a bare number it says what the money is: a deposit. */
    static final Symbol<String> MONEY_NOUN = new Symbol<>("money-noun");
    /** A currency that is a weight as well. */
    static final Symbol<String> WEIGHT = new Symbol<>("weight");
    /** Between a weight and what is weighed. */
    static final Symbol<String> WEIGHT_OF = new Symbol<>("weight-of");
    /** Before a weight it says that something is weighed. */
    static final Symbol<String> WEIGHS = new Symbol<>("weighs");
    /** What there is an amount of: pounds of debt. */
    static final Symbol<String> AMOUNT_OF = new Symbol<>("amount-of");
    /** An ISO 4217 code that is a word as well. */
    static final Symbol<String> CODE_WORD = new Symbol<>("code-word");
    /** Says which country's currency it is, where the name of the currency tells it already. */
    static final Symbol<String> NATIONAL = new Symbol<>("national");
    /** Between two numbers it multiplies money, and measures of other things. */
    static final Symbol<String> TIMES_MONEY = new Symbol<>("times-money");
    /** Nouns whose number is no amount: case 5, house 12. */
    static final Symbol<String> NOT_MONEY = new Symbol<>("not-money");
    /** Nouns that a number right behind them is the name of: invoice 40215. */
    static final Symbol<String> NUMBERED = new Symbol<>("numbered");
    /** What makes a number a part of something counted: six of them. */
    static final Symbol<String> PART_OF = new Symbol<>("part-of");
    /** Behind the other amount it asks whether that would do. */
    static final Symbol<String> SUFFICES = new Symbol<>("suffices");
    /** An amount only near words of giving, and where nothing is counted in it. */
    static final Symbol<BigDecimal> SLANG_GIVEN = new Symbol<>("slang-given");
    /** Words between what was wrong and what is right. */
    static final Symbol<String> CONTRAST = new Symbol<>("contrast");
    /** Verbs of change: "from 5 to 10" is then no range, but what was and what will be. */
    static final Symbol<String> AMEND = new Symbol<>("amend");
    /** What stands before the other amount: "make it 40". */
    static final Symbol<String> CHANGE = new Symbol<>("change");

    /** An amount in a word, with the currency if the word says it. */
    record Slang(BigDecimal amount, String currency) {
        static Slang of(String value) {
            var parts = value.split(" ");
            return new Slang(new BigDecimal(parts[0]), parts.length > 1 ? parts[1] : "");
        }
    }

    private MoneyWords() {}

    static Lexicon words(Lexicon lexicon) {
        return lexicon.with(CENTS, value -> value)
                .with(CENTS_LETTER, value -> value)
                .with(THOUSAND, value -> value)
                .with(SLANG, Slang::of)
                .with(SLANG_VAGUE, Slang::of)
                .with(SLANG_SCALE, BigDecimal::new)
                .with(PIECES, BigDecimal::new)
                .with(SCALE_LETTER, BigDecimal::new)
                .with(CURRENCY_CAPITALS, value -> value)
                .with(PRICED_THING, value -> value)
                .with(AMEND, value -> value)
                .with(CONTRAST, value -> value)
                .with(TIMES, value -> value)
                .with(OF_EACH, value -> value)
                .with(EITHER, value -> value)
                .with(REPEATS, value -> value)
                .with(REPEATEDLY, BigDecimal::new)
                .with(GIVING, value -> value)
                .with(PRICED, value -> value)
                .with(OWED, value -> value)
                .with(PAYS, value -> value)
                .with(MONEY_NOUN, value -> value)
                .with(WEIGHT, value -> value)
                .with(WEIGHT_OF, value -> value)
                .with(WEIGHS, value -> value)
                .with(AMOUNT_OF, value -> value)
                .with(CODE_WORD, value -> value)
                .with(NATIONAL, value -> value)
                .with(TIMES_MONEY, value -> value)
                .with(NOT_MONEY, value -> value)
                .with(NUMBERED, value -> value)
                .with(PART_OF, value -> value)
                .with(SUFFICES, value -> value)
                .with(SLANG_GIVEN, BigDecimal::new)
                .with(CHANGE, value -> value);
    }
}
