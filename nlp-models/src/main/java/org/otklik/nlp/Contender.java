package org.otklik.nlp;

import java.util.List;

/** A system that learns intents from texts and is then asked about others: the product's, or one that it is compared with. */
public interface Contender {
    /** What it is called beside others. */
    String name();

    /**
     * Learns and answers.
     *
     * @param test texts whose answers are judged, and timed
     * @param strangers texts that belong to no intent of the training half; none, when that is not measured
     */
    Answers answer(Corpus train, Corpus test, Corpus strangers);

    /**
     * What it takes a text for.
     *
     * @param intent the one it would choose if it had to
     * @param inScope higher for a text that it rather takes for one of its intents; only the order counts
     */
    record Answer(String intent, double inScope) {}

    /**
     * All that it said, and what that took.
     *
     * @param test in the order of the texts
     * @param strangers in the order of the texts
     * @param trainSeconds from the texts to a model that answers
     * @param msPerMessage of the texts of the test half, after a warm-up on texts of the training half
     * @param heapMiB what the trained model holds
     */
    record Answers(
            List<Answer> test, List<Answer> strangers, double trainSeconds, double msPerMessage, double heapMiB) {
        public Answers {
            test = List.copyOf(test);
            strangers = List.copyOf(strangers);
        }
    }
}
