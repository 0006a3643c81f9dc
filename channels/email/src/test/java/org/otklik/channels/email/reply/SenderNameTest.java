package org.otklik.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderNameTest {
    @Test
    void theNameBelowALetterIsCutOffWithWhatStandsUnderIt() {
        var text = "Жанна пусть ответит до пятницы 🙂\n\nТамара Вершинина\nуправляющая";

        assertThat(SenderName.cut(text, "Тамара Вершинина")).isEqualTo("Жанна пусть ответит до пятницы 🙂");
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
