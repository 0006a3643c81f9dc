package org.otklik.nlu;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Clauses;

/** Tells the mood of an act by its words. */
final class Moods {
    private static final String PAID = "giving.report_payment";
    private static final String WILL_GIVE = "giving.donate";
    private static final String GIVEN = "giving.record";

    private static final Set<String> OF_MONEY = Set.of(WILL_GIVE, PAID, GIVEN);

    /** What may be promised; the rest is done or is not. */
    private static final Set<String> OFFERED =
            Set.of(WILL_GIVE, PAID, GIVEN, "deals.create", "events.register", "volunteering.join");

    /** How far before a telling word its negation may stand: "won't be able to give". */
    private static final int NEGATION_REACH = 4;

    /** Intents that tell of something; with the others a negation is a part of what they mean, or of no matter. */
    private static final Set<String> TELLING = Set.of(
            "contacts.create",
            "contacts.update",
            "deals.create",
            "deals.move",
            "events.register",
            "giving.donate",
            "giving.record",
            "giving.report_payment",
            "interactions.log",
            "profile.update",
            "tasks.complete",
            "tasks.create",
            "volunteering.join",
            "volunteering.log_hours");

    private final Chart chart;
    private final List<Entity> entities;

    /** @param chart the message with all words of the tables */
    Moods(Chart chart, List<Entity> entities) {
        this.chart = chart;
        this.entities = entities;
    }

    Mood of(Piece piece, String intent) {
        boolean isAsked = chart.tokens().at(piece.to() - 1).is("?")
                || (piece.join() == Piece.Join.SENTENCE && chart.has(piece.from(), ActWords.ASKS));
        boolean isTold = TELLING.contains(intent);
        if (isTold && (has(piece, ActWords.LEAVE_OUT) || isNegated(piece, intent))) {
            return Mood.NEGATED;
        }
        if (isTold && has(piece, ActWords.UNREAL)) {
            return Mood.WISHED;
        }
        if (isAsked) {
            return Mood.ASKED;
        }
        return isTold ? tense(piece, OFFERED.contains(intent)) : Mood.PLAIN;
    }

    /** "Did she give 500?": what is asked is no news, unless somebody asks to have it written down. */
    boolean isQuestion(Piece piece) {
        boolean asks = chart.tokens().at(piece.to() - 1).is("?") || doubts(piece) || wonders(piece);
        return asks && !has(piece, ActWords.WRITE_DOWN);
    }

    /** Whether a word of it asks if something is so. */
    private boolean doubts(Piece piece) {
        return IntStream.range(piece.from(), piece.to())
                .filter(i -> chart.has(i, ActWords.QUESTION))
                .anyMatch(i -> !isName(i));
    }

    /** Whether a word is a family name, be it in small letters: behind a given name, and before what whoever bears it does. */
    private boolean isName(int index) {
        var token = chart.tokens().at(index);
        boolean isWithin = entities.stream()
                .filter(Entity::namesSomebody)
                .anyMatch(named -> named.span().start() <= token.start()
                        && token.end() <= named.span().end());
        boolean isBeside = chart.has(index, NameWords.FAMILY)
                && chart.has(index - 1, ActWords.GIVEN_NAME)
                && Clauses.isVerb(chart, index + 1);
        return isWithin || isBeside;
    }

    /** Who, how much: it is not asked whether something is so. */
    boolean wonders(Piece piece) {
        return has(piece, ActWords.WONDER);
    }

    /**
     * Of what is given by whoever speaks, tense and day tell whether it was or will be; the classifier knows words only.
     *
     * @param isAhead whether it names a day that is to come
     */
    String fitted(Piece piece, String intent, boolean isAhead) {
        if (intent.equals(PAID) && (isAhead || has(piece, ActWords.HEREAFTER)) && !tellsOfDeed(piece)) {
            return WILL_GIVE;
        }
        return intent.equals(WILL_GIVE) && has(piece, ActWords.PAST_GIFT) && !has(piece, ActWords.HEREAFTER)
                ? PAID
                : intent;
    }

    /** Whether it speaks of what will be, and of nothing that has been. */
    boolean isPromised(Piece piece) {
        return has(piece, ActWords.HEREAFTER) && !tellsOfDeed(piece);
    }

    /** "I told you that I'll send 700": speaking of something is over, and what was spoken of is not. */
    private boolean tellsOfDeed(Piece piece) {
        return has(piece, ActWords.PAST_GIFT)
                || IntStream.range(piece.from(), piece.to()).anyMatch(this::isDeed);
    }

    private boolean isDeed(int index) {
        return Clauses.isPast(chart, index) && !chart.has(index, ActWords.SAYING);
    }

    boolean tellsOfPast(Piece piece) {
        return has(piece, ActWords.PAST_GIFT)
                || IntStream.range(piece.from(), piece.to()).anyMatch(i -> Clauses.isPast(chart, i));
    }

    /** The first telling verb decides: "promised what she gave last year". */
    private Mood tense(Piece piece, boolean isOffered) {
        for (int i = piece.from(); i < piece.to(); i++) {
            if (isOffered && chart.has(i, ActWords.HEREAFTER)) {
                return Mood.PROMISED;
            }
            boolean isReported = isOffered && chart.has(i, ActWords.SAYING);
            if (!isReported && (chart.has(i, ActWords.PAST_GIFT) || Clauses.isPast(chart, i))) {
                return Mood.DONE;
            }
        }
        return Mood.PLAIN;
    }

    private boolean isNegated(Piece piece, String intent) {
        if (OF_MONEY.contains(intent) && has(piece, ActWords.AT_MOST)) {
            // Who can't give more than 500 can give as much.
            return false;
        }
        for (int i = piece.from(); i < piece.to(); i++) {
            boolean isHead = chart.at(i, ActWords.HEAD).stream()
                    .anyMatch(node -> node.value().contains(intent));
            if (isHead && (isNegatedBefore(piece, i) || isNegatedBehind(piece, i))) {
                return true;
            }
            boolean isSum = OF_MONEY.contains(intent) && chart.has(i, Numbers.NUMBER);
            if ((isHead || isSum) && isImpossible(piece, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a negation stands before this place, with none but small words or verbs between. */
    private boolean isNegatedBefore(Piece piece, int index) {
        for (int i = index - 1; i >= Math.max(piece.from(), index - NEGATION_REACH); i--) {
            if (isNegation(i)) {
                return true;
            }
            if (!isWithin(i)) {
                return false;
            }
        }
        return false;
    }

    /** "A thousand I can't spare this month": nothing but words stands between. */
    private boolean isImpossible(Piece piece, int index) {
        return IntStream.range(piece.from(), piece.to())
                .filter(i -> chart.has(i, ActWords.UNABLE) && !chart.has(i, ActWords.NOT_SO))
                .anyMatch(i -> IntStream.rangeClosed(Math.min(i, index), Math.max(i, index))
                        .allMatch(between ->
                                isWithin(between) || chart.tokens().at(between).isDigits()));
    }

    /** "Can't help with money but will volunteer": a negation reaches neither over a mark nor over a but. */
    private boolean isWithin(int index) {
        return chart.tokens().at(index).isWord() && !chart.has(index, ActWords.ADVERSE);
    }

    /** Whether a negated verb stands soon behind this place: "money she can't give". */
    private boolean isNegatedBehind(Piece piece, int index) {
        for (int i = index + 1; i < Math.min(piece.to() - 1, index + NEGATION_REACH); i++) {
            if (isNegation(i)) {
                return Clauses.isVerb(chart, i + 1);
            }
        }
        return false;
    }

    /** Whether a negation that means it stands here. */
    private boolean isNegation(int index) {
        return chart.has(index, ActWords.NOT) && !chart.has(index, ActWords.NOT_SO);
    }

    private boolean has(Piece piece, Symbol<String> symbol) {
        for (int i = piece.from(); i < piece.to(); i++) {
            if (chart.at(i, symbol).stream().mapToInt(Node::to).anyMatch(to -> to <= piece.to())) {
                return true;
            }
        }
        return false;
    }
}
