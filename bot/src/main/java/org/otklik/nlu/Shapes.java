package org.otklik.nlu;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.otklik.nlp.Classification;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Symbol;

/** What a part of a message shows by its form where no word of it tells: a question, or a sum with who gives it. */
final class Shapes {
    private static final String ASK = "knowledge.ask";
    private static final String DONATE = "giving.donate";

    /** A question is taken for one to the organisation where that is the likeliest. */
    private static final int LIKELY = 1;

    /** Where no intent is likelier than this, any is as likely. */
    private static final double ANYTHING = 0.3;

    private final Chart chart;
    private final List<Entity> entities;

    /** @param chart the message with all words of the tables */
    Shapes(Chart chart, List<Entity> entities) {
        this.chart = chart;
        this.entities = entities;
    }

    /**
     * The intents that a part shows, counted as its telling words are.
     *
     * @param meaning what the classifier makes of its words alone
     */
    Map<String, Integer> heads(Piece piece, Classification meaning) {
        if (isAsked(piece, meaning)) {
            return Map.of(ASK, 1);
        }
        return isOwnGift(piece) ? Map.of(DONATE, 2) : Map.of();
    }

    /** Whether it has the form of a question, and as likely as not is one to the organisation, however unusual its words are. */
    private boolean isAsked(Piece piece, Classification meaning) {
        int first = piece.from();
        while (first < piece.to() && chart.has(first, ActWords.BORDER)) {
            first++;
        }
        boolean isQuestion = chart.tokens().at(piece.to() - 1).is("?")
                || chart.has(first, ActWords.ASKS)
                || has(first, piece.to(), ActWords.EXISTS);
        boolean isAnything = meaning.ranked().stream().noneMatch(ranked -> ranked.confidence() >= ANYTHING);
        return isQuestion
                && piece.to() - first > 1
                && (isAnything
                        || meaning.ranked().stream()
                                .limit(LIKELY)
                                .anyMatch(ranked -> ranked.label().equals(ASK)));
    }

    private boolean isOwnGift(Piece piece) {
        return piece.names(entities, Entity.Money.class) && has(piece.from(), piece.to(), ActWords.OWN);
    }

    private boolean has(int from, int to, Symbol<String> symbol) {
        return IntStream.range(from, to).anyMatch(i -> chart.has(i, symbol));
    }
}
