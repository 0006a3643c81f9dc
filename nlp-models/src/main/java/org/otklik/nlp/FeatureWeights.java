package org.otklik.nlp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;

/**
 * How much a feature says: rare ones more (TF-IDF). The first letter of a feature names its group; each group is brought to the
 * same length (L2), so that the many runs of characters do not drown the few words.
 */
final class FeatureWeights {
    private final Map<String, Float> rarity;
    private final Map<Character, Float> groups;

    FeatureWeights(Map<String, Float> rarity, Map<Character, Float> groups) {
        this.rarity = rarity;
        this.groups = groups;
    }

    /** Learns from the features of each text; what too few texts have is left out. */
    static FeatureWeights learn(
            List<? extends Collection<String>> texts, Map<Character, Float> groups, int leastTexts) {
        Map<String, Integer> frequency = new LinkedHashMap<>();
        for (var features : texts) {
            features.stream().distinct().forEach(feature -> frequency.merge(feature, 1, Integer::sum));
        }
        Map<String, Float> rarity = new LinkedHashMap<>();
        frequency.forEach((feature, count) -> {
            if (count >= leastTexts) {
                rarity.put(feature, (float) (1 + Math.log((1.0 + texts.size()) / (1 + count))));
            }
        });
        return new FeatureWeights(rarity, groups);
    }

    Map<String, Float> rarity() {
        return rarity;
    }

    Map<Character, Float> groups() {
        return groups;
    }

    boolean isKnown(String feature) {
        return rarity.containsKey(feature);
    }

    /** The known features of a text with their weights, as an event of that outcome. */
    Event weigh(String outcome, Collection<String> features) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var feature : features) {
            if (rarity.containsKey(feature)) {
                counts.merge(feature, 1, Integer::sum);
            }
        }
        var context = counts.keySet().toArray(String[]::new);
        var values = new float[context.length];
        var squares = new double[Character.MAX_VALUE >> 8];
        int next = 0;
        for (var count : counts.values()) {
            double weight = rarity.getOrDefault(context[next], 0f) * (1 + Math.log(count));
            values[next] = (float) weight;
            squares[context[next].charAt(0)] += weight * weight;
            next++;
        }
        for (int at = 0; at < context.length; at++) {
            char group = context[at].charAt(0);
            values[at] *= groups.getOrDefault(group, 1f) / (float) Math.sqrt(squares[group]);
        }
        return new Event(outcome, context, values);
    }
}
