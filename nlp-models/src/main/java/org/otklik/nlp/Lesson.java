package org.otklik.nlp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What came of learning: models that know more, and how well they and those before them understand messages that neither has learned from.
 *
 * @param fingerprint of all that was learned from
 * @param isGood whether the new models understand no language worse than those before and those of the product, but for chance
 * @param before the share of messages that were understood, by language
 * @param after the same of the new models
 */
public record Lesson(
        NluModels models,
        String fingerprint,
        boolean isGood,
        SortedMap<String, Double> before,
        SortedMap<String, Double> after) {
    /**
     * Keeps the new models in a file, for the next start.
     *
     * @throws IOException when it can't be written; what was kept before stays then
     */
    public void keep(Path file) throws IOException {
        KeptModel.write(file, fingerprint, models);
    }
}
