package org.otklik.nlu;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.otklik.nlp.Classification;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;

/** What a part of a message shows by its form where no word of it tells: a question, a sum with who gives it, a stay with its host. */
final class Shapes {
    private static final String ASK = "knowledge.ask";
    private static final String DONATE = "giving.donate";
    private static final String LOG = "interactions.log";
    private static final String POSTPONE = "tasks.postpone";

    /** A question is taken for one to the organisation, and a moved day for one of a task, where that is the likeliest. */
    private static final int LIKELY = 1;

    /** How far behind a request to be told the question may begin: a comma, or a small word with it. */
    private static final int QUESTION_REACH = 3;

    /** Where no intent is likelier than this, any is as likely. */
    private static final double ANYTHING = 0.3;

    private final Chart chart;
    private final List<Entity> entities;
    private final Stays stays;
    private final LocalDate today;

    /**
     * @param chart the message with all words of the tables
     * @param today when it was sent
     */
    Shapes(Chart chart, List<Entity> entities, Stays stays, LocalDate today) {
        this.chart = chart;
        this.entities = entities;
        this.stays = stays;
        this.today = today;
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
        if (isOwnGift(piece) || isFurtherGift(piece)) {
            return Map.of(DONATE, 2);
        }
        if (isPutOff(piece, meaning)) {
            return Map.of(POSTPONE, 1);
        }
        return isStay(piece) || isPastDealing(piece) ? Map.of(LOG, 2) : Map.of();
    }

    /** "Move the radio licence to Monday": a thing to do may have any words, as long as the others and a day tell what becomes of it. */
    private boolean isPutOff(Piece piece, Classification meaning) {
        boolean hasTime = piece.names(entities, Entity.Date.class) || piece.names(entities, Entity.DateTime.class);
        return hasTime
                && meaning.ranked().stream()
                        .limit(LIKELY)
                        .anyMatch(ranked -> ranked.label().equals(POSTPONE) && ranked.confidence() >= Act.SURE);
    }

    /** "Meet Anna yesterday": the day shows that it has been, whatever the form of the verb. */
    private boolean isPastDealing(Piece piece) {
        return chart.has(piece.from(), ActWords.DEALING)
                && piece.names(entities, Entity.Person.class)
                && entities.stream()
                        .filter(entity -> piece.contains(entity.span()))
                        .filter(Entity.Date.class::isInstance)
                        .map(Entity.Date.class::cast)
                        .anyMatch(day -> day.value().last().isBefore(today));
    }

    private boolean isStay(Piece piece) {
        return stays.in(" ".repeat(piece.start()) + piece.text(), entities).isPresent();
    }

    /** Whether it has the form of a question, and as likely as not is one to the organisation, however unusual its words are. */
    private boolean isAsked(Piece piece, Classification meaning) {
        int first = piece.from();
        while (first < piece.to() && chart.has(first, ActWords.BORDER)) {
            first++;
        }
        boolean isQuestion = chart.tokens().at(piece.to() - 1).is("?")
                || chart.has(first, ActWords.ASKS)
                || asksToBeTold(chart, piece)
                || has(first, piece.to(), ActWords.EXISTS);
        boolean isAnything = meaning.ranked().stream().noneMatch(ranked -> ranked.confidence() >= ANYTHING);
        return isQuestion
                && piece.to() - first > 1
                && (isAnything
                        || meaning.ranked().stream()
                                .limit(LIKELY)
                                .anyMatch(ranked -> ranked.label().equals(ASK)));
    }

    /** "I'd like to know how to get there": a question behind the words that ask for its answer. */
    static boolean asksToBeTold(Chart chart, Piece piece) {
        return IntStream.range(piece.from(), piece.to())
                .filter(i -> chart.has(i, ActWords.TELL_ME))
                .anyMatch(i -> IntStream.rangeClosed(i + 1, i + QUESTION_REACH)
                        .anyMatch(word -> word < piece.to() && chart.has(word, ActWords.ASKS)));
    }

    /** "Put me down for 50 euros": the words would ask for a seat, were it not for the sum. */
    boolean isOwnGift(Piece piece) {
        return piece.names(entities, Entity.Money.class) && has(piece.from(), piece.to(), ActWords.OWN);
    }

    /** "And 15 euros on Saturday": nothing but a sum and its day, added to what was said before. */
    private boolean isFurtherGift(Piece piece) {
        boolean isAdded = chart.has(piece.from(), ActWords.BORDER) || chart.has(piece.from(), ActWords.ADDING);
        boolean isDated = piece.names(entities, Entity.Date.class) || piece.names(entities, Entity.DateTime.class);
        return isAdded
                && isDated
                && piece.names(entities, Entity.Money.class)
                && IntStream.range(piece.from(), piece.to()).allMatch(this::isSmall);
    }

    private boolean isSmall(int index) {
        var token = chart.tokens().at(index);
        return !token.isWord()
                || chart.has(index, Numbers.FUNCTION)
                || chart.has(index, ActWords.BORDER)
                || chart.has(index, ActWords.ADDING)
                || entities.stream()
                        .anyMatch(entity -> entity.span().start() <= token.start()
                                && token.end() <= entity.span().end());
    }

    private boolean has(int from, int to, Symbol<String> symbol) {
        return IntStream.range(from, to).anyMatch(i -> chart.has(i, symbol));
    }
}
