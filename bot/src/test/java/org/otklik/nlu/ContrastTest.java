package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set right against what is wrong, in words of any kind. */
class ContrastTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    не встреча, а звонок | встреча | звонок
                    ой, это был визит, а не письмо 🙈 | письмо | визит
                    евро, не рублей | рублей | евро
                    её фамилия не Орлова, а Жаворонкова | Орлова | Жаворонкова
                    not a meeting but a call | a meeting | a call
                    it was a visit, not a letter | a letter | a visit
                    oops, euros rather than roubles | roubles | euros
                    not a pianist but a violinist, I slipped | a pianist | a violinist
                    """)
    void theWrongIsToldFromTheRight(String text, String wrong, String right) {
        var contrast = Contrast.in(text).orElseThrow();

        assertThat(contrast.wrong().in(text)).isEqualTo(wrong);
        assertThat(contrast.right().in(text)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "не позже пятницы",
                "он не только поёт, но и играет",
                "встретилась с Зоей, она не сможет прийти в пятницу, а в понедельник позвонит сама и всё расскажет",
                "she can't come",
                "not later than Friday",
                "спасибо 🌻"
            })
    void aNegationAloneSetsNothingRight(String text) {
        assertThat(Contrast.in(text)).isEmpty();
    }

    @Test
    void wordsOfARecordGetTheRightOnesInThePlaceOfTheWrong() {
        var contrast = Contrast.in("не пианист, а скрипач").orElseThrow();

        assertThat(contrast.reword("нужен Пианист на праздник 🎻")).contains("нужен скрипач на праздник 🎻");
        assertThat(contrast.reword("нужен повар на праздник")).isEmpty();
    }

    @Test
    void theRightWordsTakeTheFormOfWhatIsStored() {
        var contrast = Contrast.in("not pianists but violinists").orElseThrow();

        assertThat(contrast.reword("needs a pianist")).contains("needs a violinist");
    }
}
