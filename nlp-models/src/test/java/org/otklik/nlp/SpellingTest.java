package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(
            new Vocabulary(Map.of(
                    Locale.of("ru"),
                    Map.of("волонтером", 5, "рассылки", 7, "кот", 9, "однажды", 1),
                    Locale.ENGLISH,
                    Map.of("receipt", 4, "volunteer", 6))),
            new Lexicon());

    @ParameterizedTest
    @CsvSource({
        "волнотером, волонтером",
        "рассылкки, рассылки",
        "расылки, рассылки",
        "reciept, receipt",
        "vilumteer, vilumteer",
        "volunter, volunteer",
        "volumteer, volunteer"
    })
    void oneSlipIsCorrectedAndTwoAreNot(String typed, String meant) {
        assertThat(spelling.corrected(typed)).isEqualTo(meant);
    }

    @Test
    void shortAndRareWordsAreLeftAlone() {
        assertThat(spelling.corrected("кит")).isEqualTo("кит");
        assertThat(spelling.corrected("одмажды")).isEqualTo("одмажды");
    }
}
