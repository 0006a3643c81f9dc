package org.otklik.nlu;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlp.Classification;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;

/**
 * Tells whether what a message speaks of is wanted. "Don't cancel it" and "no need for a receipt" say in so many words that
 * it is not; of "I would if I could" and "my aunt thinks of it" the classifier has learned how they sound.
 */
final class Wanting {
    /** So many small words may stand between a negation and what it forbids: "don't you ever stop". */
    private static final int REACH = 3;

    /** What staff order. Who forbids one order wants none of them, whichever the words sound like. */
    private static final Set<String> ORDERS = Set.of(
            "giving.record",
            "contacts.create",
            "contacts.update",
            "contacts.merge",
            "tasks.create",
            "tasks.complete",
            "tasks.postpone",
            "deals.create",
            "deals.move",
            "cases.take",
            "cases.resolve",
            "campaigns.send",
            "surveys.send",
            "imports.start",
            "exports.request",
            "knowledge.add_article",
            "staff.invite");

    private static final Pattern BLANK = Pattern.compile("\\s+");
    /** A few words that are cut out of a message sound like anything. */
    private static final int ENOUGH_WORDS = 4;

    private final Chart chart;
    private final String message;
    private final Classification whole;

    /**
     * @param chart the message with all words of the tables
     * @param whole what the classifier makes of all of it
     */
    Wanting(Chart chart, String message, Classification whole) {
        this.chart = chart;
        this.message = message;
        this.whole = whole;
    }

    /**
     * Whether an act is only spoken of: one of its parts forbids it and none asks for it, or the part that says it most surely sounds
     * imagined, and so does the whole message where that is the act.
     *
     * @param parts of the message
     * @param piece the words of the act
     */
    boolean isOnlySpokenOf(List<Told> parts, Piece piece, String intent) {
        var own = parts.stream().filter(part -> piece.contains(part.piece())).toList();
        var surest = own.stream()
                .filter(part -> !part.isSilent())
                .max(Comparator.comparingDouble(part -> part.sureness(intent)));
        boolean isForbidden = forbids(own.stream().map(Told::piece).toList(), piece, intent);
        boolean isUnreal = surest.filter(part -> part.meaning().isUnreal() && (parts.size() == 1 || saysEnough(part)))
                .isPresent();
        boolean isWhole = piece.text().equals(message.strip());
        return isForbidden || (isWhole ? whole.isUnreal() && (isUnreal || surest.isEmpty()) : isUnreal);
    }

    private static boolean saysEnough(Told part) {
        return BLANK.split(part.piece().text().strip()).length >= ENOUGH_WORDS;
    }

    /** Whether one of these parts forbids an intent, and none asks for it or for something instead. */
    private boolean forbids(List<Piece> parts, Piece all, String intent) {
        var asked = (parts.isEmpty() ? List.of(all) : parts)
                .stream().flatMap(part -> asked(part, intent)).toList();
        return asked.contains(false) && !asked.contains(true);
    }

    /** Of each word of a part by which an intent is asked for: whether it is. */
    private Stream<Boolean> asked(Piece part, String intent) {
        var byWords = IntStream.range(part.from(), part.to())
                .boxed()
                .flatMap(i -> chart.at(i, ActWords.ASKING).stream())
                .filter(asking -> asking.to() <= part.to())
                .flatMap(asking -> isAskedBy(part, asking, intent).stream());
        return isUntouched(part) && ORDERS.contains(intent) ? Stream.concat(Stream.of(false), byWords) : byWords;
    }

    private Optional<Boolean> isAskedBy(Piece part, Node<Set<String>> asking, String intent) {
        boolean isRefused = isForbidden(part, asking.from()) || isNeedless(part, asking.to());
        if (asking.value().contains(intent) || (isRefused && ORDERS.contains(intent))) {
            return Optional.of(!isRefused || asksInstead(part, asking));
        }
        return Optional.empty();
    }

    /** "Leave them as they are". */
    private boolean isUntouched(Piece part) {
        return IntStream.range(part.from(), part.to())
                .filter(i -> chart.has(i, ActWords.LEAVE))
                .anyMatch(
                        leave -> IntStream.range(leave + 1, part.to()).anyMatch(i -> chart.has(i, ActWords.UNTOUCHED)));
    }

    private boolean isForbidden(Piece piece, int asked) {
        int at = asked;
        while (at > piece.from() && at > asked - REACH && !chart.endsBefore(at, ActWords.FORBID) && isSmall(at - 1)) {
            at--;
        }
        return at > piece.from() && chart.endsBefore(at, ActWords.FORBID) && !chart.endsBefore(at, ActWords.NOT_SO);
    }

    private boolean isNeedless(Piece piece, int behind) {
        int at = behind;
        while (at < piece.to() && at < behind + REACH && !chart.has(at, ActWords.NEEDLESS) && isSmall(at)) {
            at++;
        }
        return at < piece.to() && chart.has(at, ActWords.NEEDLESS);
    }

    /** "No need to send a receipt" forbids both. */
    private boolean isSmall(int index) {
        return chart.has(index, ActWords.SMALL) || chart.has(index, ActWords.ASKING);
    }

    private boolean asksInstead(Piece piece, Node<?> asking) {
        return IntStream.range(asking.to(), piece.to()).anyMatch(i -> chart.has(i, ActWords.OTHERWISE));
    }
}
