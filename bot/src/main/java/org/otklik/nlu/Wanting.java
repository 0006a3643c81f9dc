package org.otklik.nlu;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
     * Whether an act is only spoken of: the part that says it most surely wants it not done, and so does the whole message, where that is
     * the act.
     *
     * @param parts of the message
     * @param piece the words of the act
     */
    boolean isOnlySpokenOf(List<Told> parts, Piece piece, String intent) {
        var surest = parts.stream()
                .filter(part -> piece.contains(part.piece()) && !part.isSilent())
                .max(Comparator.comparingDouble(part -> part.sureness(intent)));
        boolean isForbidden = forbids(surest.map(Told::piece).orElse(piece), intent);
        boolean isUnreal = surest.filter(part -> part.meaning().isUnreal() && (parts.size() == 1 || saysEnough(part)))
                .isPresent();
        boolean isWhole = piece.text().equals(message.strip());
        return isForbidden || (isWhole ? whole.isUnreal() && (isUnreal || surest.isEmpty()) : isUnreal);
    }

    private static boolean saysEnough(Told part) {
        return BLANK.split(part.piece().text().strip()).length >= ENOUGH_WORDS;
    }

    /** Whether a part forbids an intent, and asks for nothing instead. */
    private boolean forbids(Piece piece, String intent) {
        return IntStream.range(piece.from(), piece.to())
                .boxed()
                .flatMap(i -> chart.at(i, ActWords.ASKING).stream())
                .filter(asking -> asking.to() <= piece.to() && asking.value().contains(intent))
                .anyMatch(asking -> (isForbidden(piece, asking.from()) || isNeedless(piece, asking.to()))
                        && !asksInstead(piece, asking));
    }

    private boolean isForbidden(Piece piece, int asked) {
        int at = asked;
        while (at > piece.from() && at > asked - REACH && !chart.endsBefore(at, ActWords.FORBID) && isSmall(at - 1)) {
            at--;
        }
        return at > piece.from() && chart.endsBefore(at, ActWords.FORBID);
    }

    private boolean isNeedless(Piece piece, int behind) {
        int at = behind;
        while (at < piece.to() && at < behind + REACH && !chart.has(at, ActWords.NEEDLESS) && isSmall(at)) {
            at++;
        }
        return at < piece.to() && chart.has(at, ActWords.NEEDLESS);
    }

    private boolean isSmall(int index) {
        return chart.has(index, ActWords.SMALL);
    }

    private boolean asksInstead(Piece piece, Node<?> asking) {
        return IntStream.range(asking.to(), piece.to()).anyMatch(i -> chart.has(i, ActWords.OTHERWISE));
    }
}
