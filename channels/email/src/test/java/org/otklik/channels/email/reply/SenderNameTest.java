package org.otklik.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNameTest {
    @Test
    void theNameBelowALetterIsCutOffWithWhatStandsUnderIt() {
        var text = "Жанна пусть ответит до пятницы 🙂\n\nТамара Вершинина\nуправляющая";

        assertThat(SenderName.cut(text, "Тамара Вершинина")).isEqualTo("Жанна пусть ответит до пятницы 🙂");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Вершинина Тамара Павловна", "Вершинина Т.П.", "Т. Вершинина", "Тамара"})
    void peopleSignInSeveralForms(String form) {
        assertThat(SenderName.cut("Прошу счёт.\n\n" + form + "\nтел. 100-20-30", "Тамара Вершинина"))
                .isEqualTo("Прошу счёт.");
    }

    @Test
    void anotherNameIsPartOfTheText() {
        var text = "Кого ждём в субботу:\n\nМарина\nОлег";

        assertThat(SenderName.cut(text, "Тамара Вершинина")).isEqualTo(text);
    }

    @Test
    void aLetterThatIsNothingButANameStays() {
        assertThat(SenderName.cut("\n\nТамара", "Тамара Вершинина")).isEqualTo("\n\nТамара");
    }
}
