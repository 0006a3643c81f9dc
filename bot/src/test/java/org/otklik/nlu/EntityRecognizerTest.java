package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.nlu.EntityFixture.entities;
import static org.otklik.nlu.EntityFixture.shown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.nlu.EntityScorer.Score;

class EntityRecognizerTest {
    private static final double GOOD = 0.95;

    @ParameterizedTest
    @ValueSource(strings = {"entities.en.jsonl", "entities.ru.jsonl"})
    void whatPeopleWriteIsRecognized(String file) throws IOException {
        var report = new EntityScorer(EntityFixture.RECOGNIZER, "RU")
                .score(lines(file).stream().map(LabelledText::ofJson));

        assertThat(report.scores())
                .as(report.worst().toString())
                .extracting(Score::f1)
                .allMatch(f1 -> f1 >= GOOD);
    }

    @Test
    void oneMessageMayNameManyThings() {
        assertThat(
                        shown(
                                "Сегодня встретилась с Анной Петровой, она даст 5 тыс. рублей в июне, напомни в понедельник 🙂"))
                .isEqualTo("date 2026-05-20, person Анна Петрова, money 5000 RUB, date 2026-06, date 2026-05-25");
    }

    @Test
    void placesAreThoseOfTheTextAsTyped() {
        var text = "🐕🐕 пришлю «Барсику» 500 ₽";

        var money = entities(text).stream()
                .filter(Entity.Money.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(money.span().in(text)).isEqualTo("500 ₽");
    }

    @Test
    void invisibleCharactersPartNothing() {
        var text = "\u202BСмир\u200Bнов перевёл 7\u200B00\u00A0рублей\uFEFF";

        assertThat(shown(text)).isEqualTo("person Смирнов, money 700 RUB");
        assertThat(entities(text).getLast().span().in(text)).isEqualTo("7\u200B00\u00A0рублей");
    }

    @Test
    void phonesAndAddressesAreBroughtToOneForm() {
        assertThat(shown("8 (916) 222-14-08 или Polina.AV@Вечер.example, спасибо"))
                .isEqualTo("phone +79162221408, email polina.av@вечер.example");
        assertThat(shown("new nr 07700 900123")).isEqualTo("phone +447700900123");
        assertThat(shown("on 01632 960 983, or 0044 7700 900123"))
                .isEqualTo("phone +441632960983, phone +447700900123");
    }

    @Test
    void ratingsAreReadInAllTheirForms() {
        assertThat(shown("9 из 10, спасибо")).isEqualTo("rating 9/10");
        assertThat(shown("⭐️⭐️⭐️☆☆")).isEqualTo("rating 3/5");
        assertThat(shown("двойка вам")).isEqualTo("rating 2");
        assertThat(shown("four out of five")).isEqualTo("rating 4/5");
        assertThat(shown("4.5/5 would sing again")).isEqualTo("rating 4.5/5");
        assertThat(shown("comment: \"3/5, small labels\"")).isEqualTo("rating 3/5");
        assertThat(shown("CSAT: 8 поставил Игорь, 5 поставила Анна"))
                .isEqualTo("rating 8, person Игорь, rating 5, person Анна");
        assertThat(shown("Survey: Tom 9, Ada 7")).isEqualTo("person Tom, rating 9, person Ada, rating 7");
        assertThat(shown("one point off for the queue")).isEmpty();
        assertThat(shown("the lift is rated for 8")).isEmpty();
        assertThat(shown("I read 3/5 of it")).doesNotContain("rating");
        assertThat(shown("3 out of 10 volunteers came")).isEmpty();
        assertThat(shown("Send a 1–10 rating request")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1-",
                "12 ",
                "a@",
                "(",
                "«А ",
                "Иван ",
                "двадцать и ",
                "12.12.2026 ",
                "через 2 дня ",
                "слово, ",
                "a\u0301",
                "⭐",
                "\ud83d",
                "\u0000",
                "O'",
                "million "
            })
    void timeIsLinearInWhateverIsRepeated(String piece) {
        var text = piece.repeat(100_000 / piece.length());

        var found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> entities(text));

        assertThat(found).isNotNull();
    }

    private static List<String> lines(String file) throws IOException {
        try (var resource = EntityRecognizerTest.class.getResourceAsStream("/nlu/" + file)) {
            return new String(java.util.Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
