package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.nlp.Ranked;

/**
 * Gives every part of a message an intent so that all of them together are as likely as can be (the Viterbi algorithm): the evidence
 * of each part, of its telling words, and of the message as a whole, less a price for every change of intent. The price keeps a long
 * complaint one complaint; a part that says little takes the intent of its neighbour. All figures are natural logarithms, and were
 * chosen on our own utterances by voices that the classifier had not heard, alone and joined in pairs.
 */
final class ActLabels {
    /** How much the message as a whole counts beside each part. */
    private static final double WHOLE = 0.3;
    /** What is said of the conversation itself is rarely said beside other things. */
    private static final double ABOUT_CONVERSATION = 3;

    private static final double LEAST = 1e-4;

    private static final String CONVERSATION = "conversation.";
    private static final Set<String> SAID_BESIDE = Set.of(
            "conversation.correct",
            "conversation.greet",
            "conversation.human",
            "conversation.language",
            "conversation.thanks");

    private final List<String> labels;
    private final double[] prior;

    /** @param whole the message as a whole, whose words tell by the parts that they stand in */
    ActLabels(Told whole) {
        this.labels =
                whole.meaning().ranked().stream().map(Ranked::label).sorted().toList();
        this.prior = evidence(whole);
    }

    /** An intent for each part. */
    List<String> of(List<Told> parts) {
        var best = new double[parts.size()][];
        var from = new int[parts.size()][labels.size()];
        for (int n = 0; n < parts.size(); n++) {
            best[n] = evidence(parts.get(n));
            for (int i = 0; i < labels.size(); i++) {
                best[n][i] += WHOLE * prior[i];
            }
            if (n > 0) {
                follow(best[n - 1], best[n], from[n], price(parts.get(n).piece().join()));
            }
        }
        var chosen = new ArrayList<String>();
        int at = indexOfMax(best[parts.size() - 1]);
        for (int n = parts.size() - 1; n >= 0; n--) {
            chosen.addFirst(labels.get(at));
            at = from[n][at];
        }
        return chosen;
    }

    /** Adds to each intent of a part the better of keeping it and changing to it. */
    private static void follow(double[] before, double[] here, int[] from, double price) {
        int likeliest = indexOfMax(before);
        for (int i = 0; i < here.length; i++) {
            boolean changes = before[likeliest] - price > before[i];
            from[i] = changes ? likeliest : i;
            here[i] += changes ? before[likeliest] - price : before[i];
        }
    }

    private static double price(Piece.Join join) {
        return switch (join) {
            case SENTENCE -> 1.5;
            case ADDED -> 1;
            case CLAUSE -> 2.2;
        };
    }

    private double[] evidence(Told part) {
        Map<String, Double> odds =
                part.meaning().ranked().stream().collect(Collectors.toMap(Ranked::label, Ranked::confidence));
        var logs = new double[labels.size()];
        for (int i = 0; i < logs.length; i++) {
            var label = labels.get(i);
            logs[i] = Math.log(part.weight(label, odds.getOrDefault(label, 0.0), logs.length) + LEAST)
                    - (isRarelyBeside(label) ? ABOUT_CONVERSATION : 0);
        }
        return logs;
    }

    private static boolean isRarelyBeside(String label) {
        return label.startsWith(CONVERSATION) && !SAID_BESIDE.contains(label);
    }

    private static int indexOfMax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
