package org.otklik.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.otklik.i18n.Language;
import org.otklik.knowledge.Passages.Passage;

class PassagesTest {
    @Test
    void eachSectionIsAPassageUnderItsHeading() {
        var passages = Passages.of("""
                Мы рады каждому 🐾.

                ## Когда приют *открыт*?
                Со **среды** по воскресенье.

                Вход свободный.

                ### Как доехать?
                1. Автобус 12.
                2. Пешком вдоль реки.
                """, Language.RU);

        assertThat(passages)
                .containsExactly(
                        new Passage("", "Мы рады каждому 🐾."),
                        new Passage("Когда приют открыт?", "Со среды по воскресенье.\nВход свободный."),
                        new Passage("Как доехать?", "1. Автобус 12.\n2. Пешком вдоль реки."));
    }

    @Test
    void aHeadingWithoutTextIsNoPassage() {
        assertThat(Passages.of("## Скоро будет", Language.RU)).isEmpty();
    }

    @Test
    void aLongSectionIsCutBetweenSentencesAndKeepsItsHeading() {
        var sentence = "Кошки спят до обеда, а после обеда снова спят. ";

        var passages = Passages.of("## Чем заняты кошки?\n" + sentence.repeat(30), Language.RU);

        assertThat(passages).hasSize(3).allSatisfy(passage -> {
            assertThat(passage.heading()).isEqualTo("Чем заняты кошки?");
            assertThat(passage.text())
                    .hasSizeLessThanOrEqualTo(600)
                    .startsWith("Кошки")
                    .endsWith("спят.");
        });
    }

    @Test
    void aLongListIsCutBetweenItsItems() {
        var passages = Passages.of("- a towel for a wet dog, and another for a very wet one\n".repeat(20), Language.EN);

        assertThat(passages)
                .hasSize(2)
                .allSatisfy(passage ->
                        assertThat(passage.text()).startsWith("- a towel").endsWith("very wet one"));
    }

    @Test
    void aSentenceLongerThanAMessageStaysWhole() {
        var sentence = "Приносите корм, " + "наполнитель, ".repeat(60) + "одеяла.";

        assertThat(Passages.of("Коротко. " + sentence, Language.RU))
                .extracting(Passage::text)
                .containsExactly("Коротко.", sentence);
    }

    @Test
    void aLineThatTheAuthorsEditorBrokeIsOneLine() {
        assertThat(Passages.of("Со среды\nпо воскресенье.  \nВход свободный.", Language.RU))
                .extracting(Passage::text)
                .containsExactly("Со среды по воскресенье.\nВход свободный.");
    }

    @Test
    void aLinkSaysWhereItLeads() {
        var passages = Passages.of(
                "See [our page](https://fund.example/give), <https://fund.example> or [write](mailto:a@fund.example).",
                Language.EN);

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly(
                        "See our page (https://fund.example/give), https://fund.example or write (a@fund.example).");
    }
}
