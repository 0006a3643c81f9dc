package org.otklik.nlp;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Trains the pipeline of the product on any labelled texts and measures it on others, to compare it with other systems. */
public final class Benchmark {
    /** What the pipeline calls itself beside others. */
    public static final String SYSTEM = "otklik";

    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final Corpus train;
    private final Corpus test;
    private final Corpus strangers;

    /** @param strangers texts that belong to no intent of the training half; none, when that is not measured */
    public Benchmark(Corpus train, Corpus test, Corpus strangers) {
        this.train = train;
        this.test = test;
        this.strangers = strangers;
    }

    /**
     * What was measured.
     *
     * @param auroc of telling the strangers from the test half by {@link Classification#inScope()}; NaN without strangers
     * @param heapMiB what the trained model holds
     */
    public record Result(
            String system,
            double accuracy,
            double macroF1,
            double auroc,
            double trainSeconds,
            double msPerMessage,
            double heapMiB) {}

    public Result run() {
        double before = heap();
        long start = System.nanoTime();
        var classifier = NluModels.of(new IntentTrainer(Recipe.USUAL).train(train), IntentCatalogue.none())
                .intents();
        double trainSeconds = (System.nanoTime() - start) / NANOS;
        double held = heap() - before;
        var scores = new Scores();
        List<Scored> scored = new ArrayList<>();
        start = System.nanoTime();
        for (var utterance : test.utterances()) {
            var said = classifier.classify(utterance.text(), intent -> true);
            scores.add(utterance.intent(), said.ranked().getFirst().label());
            scored.add(new Scored(said.inScope(), true));
        }
        double perMessage =
                (System.nanoTime() - start) / NANOS * 1000 / test.utterances().size();
        for (var stranger : strangers.utterances()) {
            scored.add(new Scored(
                    classifier.classify(stranger.text(), intent -> true).inScope(), false));
        }
        return new Result(
                SYSTEM, scores.accuracy(), scores.macroF1(), auroc(scored), trainSeconds, perMessage, held / MEBIBYTE);
    }

    private record Scored(double inScope, boolean belongs) {}

    /** The chance that a text of the test half scores above a stranger, by the sum of its ranks (Mann–Whitney); ties share a rank. */
    private static double auroc(List<Scored> scored) {
        var sorted = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::inScope))
                .toList();
        double ranks = 0;
        long belonging = 0;
        int from = 0;
        while (from < sorted.size()) {
            int to = from;
            long tied = 0;
            while (to < sorted.size() && sorted.get(to).inScope == sorted.get(from).inScope) {
                tied += sorted.get(to).belongs ? 1 : 0;
                to++;
            }
            ranks += tied * (from + 1 + to) / 2.0;
            belonging += tied;
            from = to;
        }
        long others = sorted.size() - belonging;
        return (ranks - belonging * (belonging + 1) / 2.0) / ((double) belonging * others);
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
