package org.otklik.nlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Multinomial logistic regression by stochastic gradient descent, with features left out at random (dropout): that makes the
 * model spread its trust over words, neighbours and characters, where iterative scaling relies on the best few. It plugs into
 * OpenNLP, so that the stock categoriser runs the result.
 *
 * <p>Chance is drawn for each event by its number: one event more at the end leaves to the others their order and what is left out of
 * them, so that the model changes by what the new one teaches, and not by chance.
 */
public final class DropoutTrainer extends AbstractEventTrainer {
    static final String DROPOUT = "Dropout";
    static final String RATE = "Rate";
    static final String DECAY = "Decay";
    static final String SEED = "Seed";

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public MaxentModel doTrain(DataIndexer data) {
        var outcomes = data.getOutcomeLabels();
        var descent = new Descent(
                data,
                trainingParameters.getDoubleParameter(DROPOUT, 0.5),
                trainingParameters.getDoubleParameter(DECAY, 0),
                trainingParameters.getIntParameter(SEED, 1));
        int rounds = getIterations();
        double rate = trainingParameters.getDoubleParameter(RATE, 1);
        for (int round = 0; round < rounds; round++) {
            descent.round(round, rate, (double) round / rounds, 1.0 / rounds);
        }
        return new GISModel(descent.contexts(), data.getPredLabels(), outcomes);
    }

    /** The state of one training. */
    private static final class Descent {
        private final int[][] contexts;
        private final float[][] values;
        private final int[] outcomeOf;
        private final int outcomes;
        private final int features;
        private final float[] weights;
        private final float[] scores;
        private final double dropout;
        private final double decay;
        private final long seed;

        Descent(DataIndexer data, double dropout, double decay, long seed) {
            this.contexts = data.getContexts();
            this.values = data.getValues();
            this.outcomeOf = data.getOutcomeList();
            this.outcomes = data.getOutcomeLabels().length;
            this.features = data.getPredLabels().length;
            this.weights = new float[features * outcomes];
            this.scores = new float[outcomes];
            this.dropout = dropout;
            this.decay = decay;
            this.seed = seed;
        }

        void round(int round, double rate, double done, double share) {
            var chances = IntStream.range(0, contexts.length)
                    .mapToObj(event -> new Chance(event, seed, round))
                    .sorted(Comparator.comparingLong(Chance::place))
                    .toList();
            for (int at = 0; at < chances.size(); at++) {
                step(chances.get(at), (float) (rate * (1 - done - share * at / chances.size())));
            }
        }

        private void step(Chance chance, float rate) {
            int event = chance.event;
            var context = contexts[event];
            var kept = new int[context.length];
            var strength = new float[context.length];
            int size = 0;
            for (int at = 0; at < context.length; at++) {
                if (chance.random.nextFloat() >= dropout) {
                    kept[size] = context[at] * outcomes;
                    strength[size++] = (float) (values[event][at] / (1 - dropout));
                }
            }
            Arrays.fill(scores, 0);
            for (int at = 0; at < size; at++) {
                addTo(scores, weights, kept[at], strength[at]);
            }
            softmax(scores);
            scores[outcomeOf[event]] -= 1;
            for (int at = 0; at < size; at++) {
                subtract(weights, kept[at], scores, rate * strength[at], (float) (rate * decay));
            }
        }

        /** What chance an event has in a round: its place, and what is left out of it. */
        private record Chance(int event, long place, SplittableRandom random) {
            private static final long FAR = 1_000_003;

            Chance(int event, long seed, int round) {
                this(event, new SplittableRandom((seed * FAR + round) * FAR + event));
            }

            private Chance(int event, SplittableRandom random) {
                this(event, random.nextLong(), random);
            }
        }

        private static void addTo(float[] scores, float[] weights, int from, float strength) {
            for (int at = 0; at < scores.length; at++) {
                scores[at] += weights[from + at] * strength;
            }
        }

        private static void subtract(float[] weights, int from, float[] gradient, float strength, float decay) {
            for (int at = 0; at < gradient.length; at++) {
                weights[from + at] -= gradient[at] * strength + weights[from + at] * decay;
            }
        }

        private static void softmax(float[] scores) {
            float highest = Float.NEGATIVE_INFINITY;
            for (float score : scores) {
                highest = Math.max(highest, score);
            }
            float sum = 0;
            for (int at = 0; at < scores.length; at++) {
                scores[at] = (float) StrictMath.exp(scores[at] - highest);
                sum += scores[at];
            }
            for (int at = 0; at < scores.length; at++) {
                scores[at] /= sum;
            }
        }

        Context[] contexts() {
            var all = new int[outcomes];
            Arrays.setAll(all, at -> at);
            var learned = new Context[features];
            for (int feature = 0; feature < features; feature++) {
                var parameters = new double[outcomes];
                for (int at = 0; at < outcomes; at++) {
                    parameters[at] = weights[feature * outcomes + at];
                }
                learned[feature] = new Context(all, parameters);
            }
            return learned;
        }
    }
}
