package org.otklik.nlu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.nlp.Classification;
import org.otklik.nlp.Ranked;
import org.otklik.nlu.grammar.Chart;

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

    /** What an amount or an address tells of, beside a word that does. */
    private static final Map<Class<? extends Entity>, Set<String>> TOLD_BY = Map.of(
            Entity.Money.class, Set.of("giving.record", "giving.donate", "giving.report_payment"),
            Entity.Phone.class, Set.of("contacts.update", "contacts.create", "profile.update"),
            Entity.Email.class, Set.of("contacts.update", "contacts.create", "profile.update"),
            Entity.Hours.class, Set.of("volunteering.log_hours"));

    Told {
        heads = Map.copyOf(heads);
    }

    /** Counts the telling words of a part; an amount or an address makes one more of a word that is there. */
    static Map<String, Integer> heads(Piece piece, Chart chart, List<Entity> entities) {
        var heads = new HashMap<String, Integer>();
        for (int i = piece.from(); i < piece.to(); i++) {
            chart.at(i, ActWords.HEAD).stream()
                    .filter(node -> node.to() <= piece.to())
                    .flatMap(node -> node.value().stream())
                    .forEach(intent -> heads.merge(intent, 1, Integer::sum));
        }
        TOLD_BY.forEach((kind, intents) -> {
            if (piece.names(entities, kind)) {
                intents.forEach(intent -> heads.computeIfPresent(intent, (_, count) -> count + 1));
            }
        });
        return heads;
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
        return likely * Math.exp(TELLING * Math.min(heads.getOrDefault(intent, 0), MOST_TELLING));
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
