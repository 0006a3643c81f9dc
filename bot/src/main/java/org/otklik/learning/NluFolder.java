package org.otklik.learning;

import java.nio.file.Path;

/** Where an organisation keeps what it has taught: {@code nlu} in its data folder. No upgrade of the product touches it. */
public record NluFolder(Path path) {
    /** In the data folder of an installation. */
    public static NluFolder in(Path data) {
        return new NluFolder(data.resolve("nlu"));
    }

    /** The utterances, laid out as those of the product. */
    public Path intents() {
        return path.resolve("intents");
    }

    /** The articles that lie beside it. */
    Path articles() {
        return path.resolveSibling("articles");
    }

    /** What was trained last and is in use. */
    Path model() {
        return path.resolve("model");
    }

    /** What came of the last training. */
    Path lastLesson() {
        return path.resolve("last-training.json");
    }
}
