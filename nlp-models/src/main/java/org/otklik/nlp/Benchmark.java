package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures systems side by side: each learns from the same labelled texts, is asked about the same others, and is judged alike. */
public final class Benchmark {
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
     * @param auroc of telling the strangers from the test half by {@link Contender.Answer#inScope()}; NaN without strangers
     * @param msPerMessage after a warm-up on {@value InProcess#WARM_UP} texts of the training half, or all if it has fewer
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

    /** Measures the pipeline of the product. */
    public Result run() {
        return run(InProcess.otklik());
    }

    /** Lets a system learn and answer, and judges it as any other. */
    public Result run(Contender contender) {
        var said = contender.answer(train, test, strangers);
        var scores = new Scores();
        List<Scored> scored = new ArrayList<>();
        for (int at = 0; at < said.test().size(); at++) {
            var answer = said.test().get(at);
            scores.add(test.utterances().get(at).intent(), answer.intent());
            scored.add(new Scored(answer.inScope(), true));
        }
        said.strangers().forEach(answer -> scored.add(new Scored(answer.inScope(), false)));
        return new Result(
                contender.name(),
                scores.accuracy(),
                scores.macroF1(),
                auroc(scored),
                said.trainSeconds(),
                said.msPerMessage(),
                said.heapMiB());
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
}
