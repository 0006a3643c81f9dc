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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ТВ",
                "Т.В.",
                "Т.",
                "— Тамара",
                "~ Тамара В.",
                "Надеюсь на ответ,\n\nТамара",
                "Жду вестей,\nТамара"
            })
    void initialsDashesAndASentenceThatLeadsToTheNameGoToo(String form) {
        assertThat(SenderName.cut("Прошу счёт 🙂\n\n" + form, "Тамара Вершинина"))
                .isEqualTo("Прошу счёт 🙂");
    }

    @Test
    void theNameMayStandRightBelowAShortLetter() {
        assertThat(SenderName.cut("Принято, спасибо\nТамара", "Тамара Вершинина"))
                .isEqualTo("Принято, спасибо");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Мои данные:\n\nТамара Вершинина\nг. Киров\n+7 900 000-00-00",
                "Заполнила:\n\nИмя: Тамара Вершинина\nСумма: 500",
                "Вершинина\nТамара"
            })
    void whatIsAskedForAndAnnouncedStays(String text) {
        assertThat(SenderName.cut(text, "Тамара Вершинина")).isEqualTo(text);
    }

    @Test
    void aHeaderMaySpellTheFirstNameByItsLetter() {
        assertThat(SenderName.cut("Прошу счёт.\n\nТамара Вершинина", "Т. Вершинина"))
                .isEqualTo("Прошу счёт.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Выбираю ответ:\n\nВ", "Здравствуйте,\n\nОлег", "Добрый день,\nТаня"})
    void lettersAndNamesThatAreNotTheSendersStay(String text) {
        assertThat(SenderName.cut(text, "Тамара Вершинина")).isEqualTo(text);
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
