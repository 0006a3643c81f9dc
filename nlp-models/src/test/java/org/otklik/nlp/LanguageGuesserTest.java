package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuesserTest {
    private final LanguageGuesser guesser = NluModels.load().languages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | хочу помочь приюту
            ru | hochu pomoch priyutu
            ru | ghbdtn
            ru | Отправьте чек на anna@example.org, please
            en | I would like to help the shelter
            en | цруку шы ьн кусушзе
            en | thanks 🙏
            ru | lybunt 2025, топ 10
            en | top 10 of lybunt 2025 as csv
            """)
    void theLanguageIsGuessedWhateverTheKeyboard(String language, String text) {
        assertThat(guesser.guess(text)).contains(Locale.of(language));
    }

    @Test
    void aTextWithoutWordsHasNoLanguage() {
        assertThat(guesser.guess("+7 900 555-10-20 👍")).isEmpty();
        assertThat(guesser.guess("")).isEmpty();
        assertThat(guesser.guess("LYBUNT 2025")).isEmpty();
    }
}
