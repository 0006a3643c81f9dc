package org.otklik.config;

import java.util.Map;
import java.util.Optional;
import org.otklik.i18n.Language;

/** Something that the organization says about itself, in the languages it was written in. */
public record LocalizedText(Map<Language, String> texts) {
    public LocalizedText {
        texts = Map.copyOf(texts);
    }

    /** The text in that language, else in any other, since half an answer is better than none; empty when none was written. */
    public Optional<String> in(Language language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> texts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
