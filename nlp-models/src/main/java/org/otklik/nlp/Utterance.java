package org.otklik.nlp;

import java.util.Locale;

/** A sentence of the training data: what it means, and who says it so (a voice, which is how parts are held out). */
public record Utterance(String text, Locale language, String intent, String voice) {
    boolean isOutOfScope() {
        return intent.equals(Corpus.OUT_OF_SCOPE);
    }

    boolean isUnreal() {
        return intent.equals(Corpus.UNREAL);
    }
}
