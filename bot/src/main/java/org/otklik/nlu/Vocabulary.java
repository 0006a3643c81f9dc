package org.otklik.nlu;

import java.util.Arrays;
import java.util.List;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Times;

/** The words of all languages, which are read together: people mix them. A program has them once. Safe for threads. */
final class Vocabulary {
    private static final List<String> TABLES = List.of(
            "numbers",
            "time",
            "tense",
            "money",
            "lengths",
            "function",
            "ratings",
            "people",
            "organizations",
            "places",
            "addresses",
            "spoken-numbers",
            "acts");

    private final Lexicon lexicon = new Lexicon();
    private final Currencies currencies = new Currencies();

    private static final class Shared {
        private static final Vocabulary WORDS = new Vocabulary();
    }

    static Vocabulary ofTables() {
        return Shared.WORDS;
    }

    private Vocabulary() {
        Numbers.words(lexicon);
        Times.words(lexicon);
        Clauses.words(lexicon);
        MoneyWords.words(lexicon);
        LengthWords.words(lexicon);
        Ratings.words(lexicon);
        NameWords.words(lexicon);
        Addresses.words(lexicon);
        SpokenPhones.words(lexicon);
        ActWords.words(lexicon);
        for (var table : TABLES) {
            lexicon.read(lines(table));
        }
        lexicon.read(List.of(Gazetteer.line()));
        currencies.names(lexicon);
    }

    void mark(Chart chart) {
        lexicon.mark(chart);
        currencies.mark(chart);
    }

    private static List<String> lines(String table) {
        return Arrays.stream(Language.values())
                .flatMap(language -> WordTables.lines(language.code(), table).stream())
                .toList();
    }
}
