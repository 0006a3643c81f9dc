package org.otklik.nlp;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A contender that runs in this JVM. */
public final class InProcess implements Contender {
    /**
     * So many training texts are answered before messages are timed, in all contenders: a server is asked all day, and what the first
     * answers after a start take is the compiler's time.
     */
    static final int WARM_UP = 2_000;

    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final String name;
    private final Learner learner;

    /** Makes of texts something that answers others. */
    interface Learner {
        Function<String, Answer> learn(Corpus train);
    }

    InProcess(String name, Learner learner) {
        this.name = name;
        this.learner = learner;
    }

    /** The pipeline of the product, as the build trains it. */
    public static InProcess otklik() {
        return new InProcess("otklik", train -> {
            var classifier = NluModels.of(new IntentTrainer(Recipe.USUAL).train(train), IntentCatalogue.none())
                    .intents();
            return text -> {
                var said = classifier.classify(text, intent -> true);
                return new Answer(said.ranked().getFirst().label(), said.inScope());
            };
        });
    }

    /** What OpenNLP offers by itself. */
    public static InProcess openNlp() {
        return new InProcess("opennlp", new StockTrainer());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answers answer(Corpus train, Corpus test, Corpus strangers) {
        double before = heap();
        long start = System.nanoTime();
        var model = learner.learn(train);
        double trainSeconds = secondsSince(start);
        double held = heap() - before;
        answers(model, texts(train).limit(WARM_UP));
        start = System.nanoTime();
        var answers = answers(model, texts(test));
        double perMessage = secondsSince(start) * 1_000 / answers.size();
        return new Answers(answers, answers(model, texts(strangers)), trainSeconds, perMessage, held / MEBIBYTE);
    }

    private static List<Answer> answers(Function<String, Answer> model, Stream<String> texts) {
        return texts.map(model).toList();
    }

    private static Stream<String> texts(Corpus corpus) {
        return corpus.utterances().stream().map(Utterance::text);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
