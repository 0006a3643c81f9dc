package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the build has trained, ready for use. Every part is safe for threads and reads a text by the same {@link Normalizer}. */
public record NluModels(IntentClassifier intents, LanguageGuesser languages, Normalizer normalizer) {
    static final String FILE = "intents.model";

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
        return new NluModels(
                new IntentClassifier(model, features, catalogue),
                new LanguageGuesser(model.vocabulary(), normalizer),
                normalizer);
    }
}
