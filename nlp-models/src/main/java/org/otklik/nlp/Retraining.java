package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes models of what the product was trained on and what an organisation teaches. What the organisation says of a text holds against what the
 * product says. The border to what belongs to no intent stays that of the product, since it is set on voices that were held out from training.
 */
public final class Retraining {
    /** Twice: a word that a single text has would pass for a slip. */
    private static final int TIMES = 2;

    private final Supplier<NluModels> models;
    private final Supplier<Corpus> corpus;
    private final Supplier<HeldOut> heldOut;
    private final String release;

    /**
     * @param models those of the product, read when they are needed
     * @param corpus what they were trained on
     * @param heldOut what old and new models are judged by
     * @param release changes with whatever else goes into a model
     */
    public Retraining(Supplier<NluModels> models, Supplier<Corpus> corpus, Supplier<HeldOut> heldOut, String release) {
        this.models = models;
        this.corpus = corpus;
        this.heldOut = heldOut;
        this.release = release;
    }

    /**
     * With the data of this product.
     *
     * @param version of the product
     */
    public static Retraining shipped(String version) {
        try (var model = NluModels.class.getResourceAsStream(NluModels.FILE)) {
            if (model == null) {
                throw new IllegalStateException("the jar holds no model: the build did not train one");
            }
            var digest = HexFormat.of().formatHex(OwnFiles.sha256().digest(model.readAllBytes()));
            return new Retraining(NluModels::load, Corpus::shipped, HeldOut::shipped, version + '-' + digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what models are made of that have learned this. */
    public String fingerprint(OwnCorpus own) {
        var digest = OwnFiles.sha256();
        own.corpus()
                .utterances()
                .forEach(utterance -> digest.update(
                        ('\n' + utterance.intent() + '\t' + utterance.language() + '\t' + utterance.text())
                                .getBytes(StandardCharsets.UTF_8)));
        return release + '/' + HexFormat.of().formatHex(digest.digest());
    }

    /** Whether it is the fingerprint of models of this product, whatever they have learned besides. */
    public boolean isOfThisProduct(String fingerprint) {
        return fingerprint.startsWith(release + '/');
    }

    /** The models of the product, which know nothing of any organisation. */
    public NluModels product() {
        return models.get();
    }

    /**
     * Trains and measures, which takes many seconds of one processor.
     *
     * @param before the models in use
     */
    public Lesson teach(NluModels before, OwnCorpus own) {
        var measure = heldOut.get();
        var then = measure.understood(before);
        var trained =
                new IntentTrainer(Recipe.USUAL).train(together(own.corpus())).withBordersOf(before.model());
        var after = NluModels.of(trained, new IntentCatalogue());
        var now = measure.understood(after);
        boolean isGood = !measure.isWorse(then, now);
        return new Lesson(after, fingerprint(own), isGood, measure.accuracy(then), measure.accuracy(now));
    }

    /** In the place of an utterance of the product stands what the organisation says of it. What is new stands behind. */
    private Corpus together(Corpus own) {
        Map<String, Utterance> more = new LinkedHashMap<>();
        own.utterances().forEach(utterance -> more.put(OwnCorpus.saying(utterance), utterance));
        List<Utterance> all = new ArrayList<>();
        for (var utterance : corpus.get().utterances()) {
            var other = more.remove(OwnCorpus.saying(utterance));
            all.add(other == null ? utterance : other);
        }
        for (int time = 0; time < TIMES; time++) {
            all.addAll(more.values());
        }
        return new Corpus(all);
    }
}
