package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedQuoteTest {
    @Test
    void theWordsAboveAQuoteAreOnesOwn() {
        assertThat(PastedQuote.cutFrom("спасибо 🌿\n\nФонд писал(а) 20 мая:\n> Записано: 700 ₽.\n>\n> Верно?\n"))
                .isEqualTo("спасибо 🌿\n");
    }

    @Test
    void aQuoteAloneIsAllThatIsSaid() {
        assertThat(PastedQuote.cutFrom("> Как вас зовут?\n> Ответьте, пожалуйста"))
                .startsWith("> Как");
    }

    @Test
    void whatIsAnsweredBelowAQuoteStays() {
        assertThat(PastedQuote.cutFrom("> сколько дадите?\nдам 500 ₽")).isEqualTo("> сколько дадите?\nдам 500 ₽");
    }

    @Test
    void withoutAQuoteNothingIsCut() {
        assertThat(PastedQuote.cutFrom("кто дал > 500?\nсписком:\n")).isEqualTo("кто дал > 500?\nсписком:\n");
    }
}
