package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
    private static final Corpus CORPUS = new Corpus(List.of(
            russian("Хочу помочь собакам, чем я могу быть полезен?"),
            russian("Здравствуйте, как перевести пожертвование на карту"),
            russian("Привет! Ещё раз пришлите квитанцию за субботу"),
            english("I want to help the dogs, how can I be useful?"),
            russian("Это Сенд Полина Собакина"),
            english("Please send me a receipt for my donation")));

    private final Normalizer normalizer = new Normalizer(Vocabulary.of(CORPUS));

    private static Utterance russian(String text) {
        return new Utterance(text, Locale.of("ru"), "any", "tester");
    }

    private static Utterance english(String text) {
        return new Utterance(text, Locale.ENGLISH, "any", "tester");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hochu pomoch sobakam                | хочу помочь собакам
            zdravstvujte, kak perevesti         | здравствуйте, как перевести
            prishlite kvitanciju za subbotu     | пришлите квитанцию за субботу
            Privet! Eshchyo raz                 | Привет! Ещё раз
            hochu pomoch, vstretilas s Annoj    | хочу помочь, встретилась с Анной
            """)
    void russianInLatinLettersIsReadInCyrillic(String typed, String meant) {
        assertThat(Tokens.fold(normalizer.normalize(typed))).isEqualTo(Tokens.fold(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ghbdtn                              | привет
            [jxe gjvjxm cj,frfv                 | хочу помочь собакам
            ЗДУФЫУ ЫУТВ ЬУ Ф КУСУШЗЕ            | PLEASE SEND ME A RECEIPT
            ш цфте ещ рудз еру вщпы             | i want to help the dogs
            """)
    void theWrongLayoutIsUndoneBothWays(String typed, String meant) {
        assertThat(normalizer.normalize(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Please send the receipt to Zhanna Kozlova
            send me Polina Sobakina
            send sobakam the receipt
            Отправьте квитанцию на anna@example.org
            Хочу помочь 🐶🐶
            +7 900 555 10 20
            """)
    void whatIsUnderstoodAsTypedStays(String typed) {
        assertThat(normalizer.normalize(typed)).isEqualTo(typed);
    }

    @Test
    void addressesSurviveTheReadingOfTheRest() {
        assertThat(normalizer.normalize("prishlite kvitanciju na olga.v@example.org"))
                .endsWith("olga.v@example.org")
                .startsWith("пришлите квитанцию");
    }

    @Test
    void whatCannotBeSeenIsDropped() {
        assertThat(normalizer.normalize("хо\u200Bчу\uFEFF помо\u00ADчь")).isEqualTo("хочу помочь");
    }

    @Test
    void aHugeTextIsReadWithoutDelay() {
        var huge = "hochu pomoch sobakam ".repeat(5_000);

        assertThat(normalizer.normalize(huge)).startsWith("хочу помочь собакам");
    }
}
