package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What was trained, ready for use. Every part is safe for threads and reads a text by the same {@link Normalizer}. What has learned more
 * may take its place while it is in use: whoever keeps one of these asks it anew for each text.
 */
public final class NluModels {
    static final String FILE = "intents.model";

    private volatile Parts parts;

    private record Parts(
            IntentModel model, IntentClassifier intents, LanguageGuesser languages, Normalizer normalizer) {}

    private NluModels(Parts parts) {
        this.parts = parts;
    }

    /** Reads the models from the jar, which takes a part of a second: load them once. */
    public static NluModels load() {
        try (var stream = NluModels.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the jar holds no model: the build did not train one");
            }
            return of(ModelFile.read(stream), new IntentCatalogue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NluModels of(IntentModel model, IntentCatalogue catalogue) {
        var normalizer = new Normalizer(model.vocabulary());
        var features = new Features(model.vocabulary(), normalizer);
        return new NluModels(new Parts(
                model,
                new IntentClassifier(model, features, catalogue),
                new LanguageGuesser(model.vocabulary(), normalizer),
                normalizer));
    }

    public IntentClassifier intents() {
        return parts.intents;
    }

    public LanguageGuesser languages() {
        return parts.languages;
    }

    public Normalizer normalizer() {
        return parts.normalizer;
    }

    IntentModel model() {
        return parts.model;
    }

    /** Understands from now on as the other does. */
    public void adopt(NluModels other) {
        parts = other.parts;
    }
}
