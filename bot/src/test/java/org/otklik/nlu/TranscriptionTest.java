package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign names in Cyrillic, as they are usually written. */
class TranscriptionTest {
    private static final Transcription TRANSCRIPTION = new Transcription();

    @ParameterizedTest
    @CsvSource({
        "Andrew, Эндрю",
        "Charlotte, Шарлотта",
        "Moreau, Моро",
        "Laurent, Лоран",
        "Dubois, Дюбуа",
        "Stern, Штерн",
        "Schneider, Шнайдер",
        "Clark, Кларк",
        "Walter, Уолтер",
        "Renée, Рене"
    })
    void aNameIsWrittenByItsSound(String latin, String cyrillic) {
        assertThat(TRANSCRIPTION.of(latin)).anySatisfy(way -> assertThat(way).isEqualToIgnoringCase(cyrillic));
    }

    @Test
    void theUsualWayToWriteAKnownNameComesFirst() {
        assertThat(TRANSCRIPTION.of("Alice")).containsExactly("Элис", "Алиса");
    }

    @Test
    void thereAreAFewWaysAndNoneTwice() {
        assertThat(TRANSCRIPTION.of("Rowthorne"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Анна", "Anna2", "🌊", "Łódź"})
    void whatIsNoLatinWordHasNone(String word) {
        assertThat(TRANSCRIPTION.of(word)).isEmpty();
    }
}
