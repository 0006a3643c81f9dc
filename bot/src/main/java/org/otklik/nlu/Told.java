package org.otklik.nlu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.nlp.Classification;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;

/**
 * A part of a message with what it says.
 *
 * @param meaning what the classifier makes of its words alone
 * @param heads how many words of it tell of each intent
 */
record Told(Piece piece, Classification meaning, Map<String, Integer> heads) {
    /** What a telling word adds to the logarithm of how likely its intent is. */
    private static final double TELLING = 2.5;
    /** More telling words than this many add nothing. */
    private static final double MOST_TELLING = 1.6;
    /** How sure a telling word makes that a part belongs to any intent, however short it is. */
    private static final double TOLD = 0.7;

    /** What an amount, an address or a name tells of, beside a word that does. */
    private static final Map<Class<? extends Entity>, Set<String>> TOLD_BY = Map.of(
            Entity.Money.class, Set.of("giving.record", "giving.donate", "giving.report_payment"),
            Entity.Phone.class, Set.of("contacts.update", "contacts.create", "profile.update"),
            Entity.Email.class, Set.of("contacts.update", "contacts.create", "profile.update"),
            Entity.Hours.class, Set.of("volunteering.log_hours"),
            Entity.Person.class, Set.of("interactions.log"));

    /** How far behind the word of need its verb may stand: "Mary needs him to be called". */
    private static final int INFINITIVE_REACH = 3;

    private static final String GIFT = "giving.record";
    private static final String ENTRUSTED = "tasks.create";
    /** Giving somebody by name something to do is no matter of single words: it counts for more of them than any part has. */
    private static final int ENTRUSTING = 100;

    Told {
        heads = Map.copyOf(heads);
    }

    /** Counts the telling words of a part; an amount, an address or a name makes one more of a word that is there. */
    static Map<String, Integer> heads(Piece piece, Chart chart, List<Entity> entities) {
        var heads = new HashMap<String, Integer>();
        for (int i = piece.from(); i < piece.to(); i++) {
            chart.at(i, ActWords.HEAD).stream()
                    .filter(node -> node.to() <= piece.to() && !isOtherwise(chart, node, piece, entities))
                    .flatMap(node -> node.value().stream())
                    .forEach(intent -> heads.merge(intent, 1, Integer::sum));
        }
        if (entrusts(piece, chart, entities)) {
            heads.merge(ENTRUSTED, ENTRUSTING, Integer::sum);
        }
        TOLD_BY.forEach((kind, intents) -> {
            if (piece.names(entities, kind)) {
                intents.forEach(intent -> heads.computeIfPresent(intent, (_, count) -> count + 1));
            }
        });
        return heads;
    }

    /** "She promised to think about it": what is promised is no gift. */
    private static boolean isOtherwise(Chart chart, Node<Set<String>> head, Piece piece, List<Entity> entities) {
        boolean isMarked = chart.has(head.to(), ActWords.INFINITIVE_MARK);
        int verb = isMarked ? head.to() + 1 : head.to();
        return head.value().contains(GIFT)
                && chart.has(head.from(), ActWords.HEREAFTER)
                && (isMarked || chart.has(verb, ActWords.INFINITIVE))
                && verb < piece.to()
                && !chart.has(verb, ActWords.HEAD)
                && !piece.names(entities, Entity.Money.class);
    }

    /** "Let Mary call him", "Mary should call him": a person by name is given something to do. */
    private static boolean entrusts(Piece piece, Chart chart, List<Entity> entities) {
        boolean isNamed = entities.stream()
                .filter(entity -> entity instanceof Entity.Person && piece.contains(entity.span()))
                .anyMatch(person -> isEntrusted(
                        piece,
                        chart,
                        chart.tokens().indexAt(person.span().start()),
                        chart.tokens().indexAt(person.span().end())));
        return isNamed
                || IntStream.range(piece.from(), piece.to())
                        .filter(i -> chart.has(i, ActWords.GIVEN_NAME))
                        .anyMatch(i -> isEntrusted(piece, chart, i, i + 1));
    }

    private static boolean isEntrusted(Piece piece, Chart chart, int name, int behindName) {
        return (name > piece.from() && chart.endsBefore(name, ActWords.ENTRUST)) || isObliged(piece, chart, behindName);
    }

    private static boolean isObliged(Piece piece, Chart chart, int behindName) {
        boolean needs = chart.has(behindName, ActWords.NEED)
                && IntStream.rangeClosed(behindName + 1, behindName + INFINITIVE_REACH)
                        .anyMatch(i -> i < piece.to() && chart.has(i, ActWords.INFINITIVE));
        return behindName < piece.to() && (needs || chart.has(behindName, ActWords.DUTY));
    }

    /** Whether somebody by name is given something to do. */
    boolean entrusts() {
        return heads.getOrDefault(ENTRUSTED, 0) >= ENTRUSTING;
    }

    /** The same part, which tells of an intent by what stands before it. */
    Told telling(String intent) {
        var more = new HashMap<>(heads);
        more.merge(intent, 2, Integer::sum);
        return new Told(piece, meaning, more);
    }

    boolean tells(String intent) {
        return heads.containsKey(intent);
    }

    /** Whether nothing in it belongs to any intent. */
    boolean isSilent() {
        return meaning.isRefused() && heads.isEmpty();
    }

    /** From 0 to 1: how sure it is that it belongs to any intent. */
    double inScope() {
        return heads.isEmpty() ? meaning.inScope() : Math.max(meaning.inScope(), TOLD);
    }

    double confidence(String intent) {
        return meaning.ranked().stream()
                .filter(ranked -> ranked.label().equals(intent))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }

    /** How likely its words and its telling words make an intent, beside others and not as a share of one. */
    double weight(String intent, double confidence, int intents) {
        double likely = inScope() * confidence + (1 - inScope()) / intents;
        double telling = intent.equals(ENTRUSTED) && entrusts()
                ? MOST_TELLING * 2
                : Math.min(heads.getOrDefault(intent, 0), MOST_TELLING);
        return likely * Math.exp(TELLING * telling);
    }

    /** From 0 to 1: how sure it is of an intent, by all that it says. */
    double sureness(String intent) {
        int intents = meaning.ranked().size();
        double all = meaning.ranked().stream()
                .mapToDouble(ranked -> weight(ranked.label(), ranked.confidence(), intents))
                .sum();
        return all == 0 ? 0 : weight(intent, confidence(intent), intents) / all;
    }
}
