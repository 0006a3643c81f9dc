package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.nlu.EntityFixture.entities;
import static org.otklik.nlu.EntityFixture.shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.nlu.PersonName.Kind;

class NameEntitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "виделась с Эльвирой Тагировой | person Эльвира Тагирова",
                "позвони Игорю Валентиновичу | person Игорь Валентинович",
                "чек для Петра Лаптева | person Пётр Лаптев",
                "карточка Инны Вебер | person Инна Вебер",
                "поговорил с Орловой | person Орлова",
                "у Тихонова новый адрес | person Тихонов",
                "косарь от соседа Толи | money 1000, person Толя",
                "Григорян Ашот пришёл | person Григорян Ашот",
                "объедини Петрова И. с Петровой | person Петров И., person Петрова",
                "гульнара ахметова просит коляску | person Гульнара Ахметова",
                "dala 500 rub, Katya | money 500 RUB, person Katya",
                "созвон с Анной-Марией | person Анна-Мария",
                "напиши Скворцовой-Лебедевой | person Скворцова-Лебедева",
                "обращение Пак Сергея | person Пак Сергей",
                "Яна сказала девять | person Яна",
                "Rosalind K. Abernathy called | person Rosalind K. Abernathy",
                "vstretilas s Ivanom Petrovym | person Ivan Petrov",
                "met anna petrova | person Anna Petrova",
                "ask Mei-Ling Chong | person Mei-Ling Chong",
                "Dr Oyelowo is in | person Oyelowo",
                "Priscilla van der Berg writes | person Priscilla van der Berg",
                "Mrs Osei's case | person Osei",
                "a note from J. Whitfield | person J. Whitfield",
                "Реставратор Фёкла Громова | person Фёкла Громова",
                "Тренеру Абдулле спасибо | person Абдулла",
                "Волонтёр из Финляндии: Яри Лехтонен | person Яри Лехтонен",
                "верните взнос. Жанетта Броун | person Жанетта Броун",
                "позвоните сотруднице Лаптевой | person Лаптева",
                "от моего сына Руслана | person Руслан",
                "met Soo-jin Park | person Soo-jin Park",
                "chat with Hyun-woo, please | person Hyun-woo",
                "Any ideas, Wendeline? | person Wendeline",
                "Who is in? Wendeline 🙂 | person Wendeline",
                "Hughes £20, Nakamura £45 | person Hughes, money 20 GBP, person Nakamura, money 45 GBP",
                "Emma Stone called | person Emma Stone",
                "Сходили с Магеррамом на рынок | person Магеррам",
                "Ждём Торнике и Гюльзар | person Торнике, person Гюльзар",
                "Алиев Рустам Вагиф оглы придёт | person Алиев Рустам Вагиф оглы",
                "Позовите Назлы Фикрет кызы | person Назлы Фикрет кызы",
                "проверьте Лапшину | person Лапшина",
                "Ask Huda bint Salim | person Huda bint Salim",
                "Anne-Zoé Lambert called | person Anne-Zoé Lambert",
                "a card to Mrs Patel: she smiled | person Patel",
                "on my way – Oyelaran | person Oyelaran",
            })
    void peopleAreFoundInTheNominative(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "put marek down as keyholder | person Marek",
                "ok so dmitri said yes if farah does | person Dmitri, person Farah",
                "new sim!! – zeynep 🎉 | person Zeynep",
                "a call from mr abernathy | person Abernathy",
                "mum is doreen pike, she sings | person Doreen Pike",
                "пока аня обедала | person Аня",
                "а у алёны только одна | person Алёна",
                "с лилей и тёмой едем за кошкой | person Лиля, person Тёма",
                "у михалыча лодка | person Михалыч",
                "господину яхонтову спасибо | person Яхонтов",
                "лектору яхонтову спасибо | person Яхонтов",
            })
    void namesNeedNoCapitals(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "will you mark my attendance",
                "hope this helps, may i ask",
                "rose bushes and frank talk",
                "с темой определились",
                "роза завяла, вера пропала, надежда есть",
                "лук и морковь для кухни",
                "ask anna.p@ or see anna_p",
                "lakshmi packaging sent boxes",
                "Is he in Sydney now?",
                "Catch the train from Bergen",
                "Hey-ho to all",
                "Картина 40х60 готова",
                "Игровой зал для детей",
                "Скатерть вышила нам вчера",
                "one thing is left – Money",
            })
    void whatIsAnotherWordOrPlaceIsNobody(String text) {
        assertThat(shown(text)).doesNotContain("person").doesNotContain("organization");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Пришло от ООО «Вектор» | organization ООО «Вектор»",
                "Фонд «Содействие» помог | organization Содействие",
                "Bright Future Ltd paid | organization Bright Future Ltd",
                "Cobalt Water plc said no | organization Cobalt Water plc",
                "Barratt & Cole said no | organization Barratt & Cole",
                "Can the Cotswold Water Trust join? | organization Cotswold Water Trust",
                "Friends of the Museum are here | organization Friends of the Museum",
                "она из Open Hands | organization Open Hands",
                "Please thank Fenwick Stationers | organization Fenwick Stationers",
                "Lofoten Marine AS quoted | organization Lofoten Marine AS",
                "VetAid Baltic can lend one | organization VetAid Baltic",
                "Amberley WI brings pies | organization Amberley WI",
                "Skerry Ropeworks gave rope | organization Skerry Ropeworks",
                "Ostrava Glassworks s.r.o. paid | organization Ostrava Glassworks s.r.o.",
                "ооо ромашка оплатила | organization ооо ромашка",
                "Леруа Мерлен дала краску | organization Леруа Мерлен",
                "привезли в приют Дружок | organization Дружок",
                "Плакат «Олимпиада-80» помялся | ''",
                "Теплоход «Витязь» ушёл | ''",
                "яхт-клуб «Галс» помог | organization Галс",
                "Ask Anna Weber of Atelier Lumen | person Anna Weber, organization Atelier Lumen",
                "Hollow Oak Silver Band plays | organization Hollow Oak Silver Band",
                "Quiet Crane Tea House gave tea | organization Quiet Crane Tea House",
            })
    void organizationsAreFoundWithTheirLegalForm(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Проект «Школьный рюкзак» готов",
                "остановка «Карьерная»",
                "семья из Алеппо",
                "живу в Реутове на Лесной",
                "Членский взнос оплачен",
                "Спасибо вам огромное!",
                "Gift Aid form, please",
            })
    void otherCapitalsAreNoNames(String text) {
        assertThat(shown(text)).doesNotContain("person");
    }

    @Test
    void thePartsOfANameAreKnown() {
        var person = (Entity.Person) entities("Михаил Юрьевич Гордеев").getFirst();

        assertThat(person.name().of(Kind.GIVEN)).isEqualTo("Михаил");
        assertThat(person.name().of(Kind.PATRONYMIC)).isEqualTo("Юрьевич");
        assertThat(person.name().of(Kind.FAMILY)).isEqualTo("Гордеев");
    }
}
