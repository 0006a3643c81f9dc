package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.nlu.EntityFixture.shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;

class MoneyEntitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "даю 5 тыс. рублей | money 5000 RUB",
                "5т.р. на приют | money 5000 RUB",
                "скинула 8\u00a0000р | money 8000 RUB",
                "полторы тысячи рублей | money 1500 RUB",
                "тысячу двести рублей | money 1200 RUB",
                "двести пятьдесят евро | money 250 EUR",
                "тысяч сорок дам | money 40000",
                "от 5 до 10 тысяч рублей | money 5000-10000 RUB",
                "12 тысяч 400 рублей 50 копеек | money 12400.5 RUB",
                "косарь на корм | money 1000",
                "£1.5k from the fair | money 1500 GBP",
                "$1,250.50 by card | money 1250.5 USD",
                "two and a half thousand dollars | money 2500 USD",
                "twenty dollars a month | money 20 USD",
                "between 10 and 20 quid | money 10-20 GBP",
                "50 or maybe 60 dollars | money 50-60 USD",
                "a tenner 🙂 | money 10 GBP",
                "half a million for the roof | money 500000",
                "another hundred and fifty pounds | money 150 GBP",
                "€2-3 million | money 2000000-3000000 EUR",
                "paid KES 12,000 | money 12000 KES",
                "скинула полторы на корм | money 1500",
                "£5 twice a week | money 5 GBP",
                "миллион двести на крышу | money 1200000?",
                "a legacy of GBP 48,316.27. | money 48316.27 GBP",
                "they say 150 deposit | money 150",
                "они просят 300 залога | money 300",
                "3 штуки собрали вместо подарков | money 3000",
                "600 сербских динаров от соседей | money 600 RSD",
                "700 тайских батов 🙏 | money 700 THB",
                "12,000 Japanese yen in the box | money 12000 JPY",
                "ANG 250 from the islands | money 250 ANG",
                "chip in a grand if she does | money 1000",
                "£40 to £60 for the pump | money 40-60 GBP",
                "$3.4m for the wing | money 3400000 USD",
                "€1.5bn in all | money 1500000000 EUR",
                "₹2,50,000 from the temple | money 250000 INR",
                "Kč 750 in the tin | money 750 CZK",
                "S/ 90 from Lima | money 90 PEN",
                "RM 35 by card | money 35 MYR",
                "40 roubels in coins | money 40 RUB",
                "сто рублев и ещё | money 100 RUB",
                "кинул 250 рублй | money 250 RUB",
                "500 доллров от соседей | money 500 USD",
                "с носа полторы штуки | money 1500",
                "дала ему чирик | money 10",
                "в театр билет 450 | money 450",
                "Пожертвую 1700 третьего июня | money 1700, date 2026-06-03",
                "not seven thousand eleven thousand | money 7000, money 11000",
                "200 pounds of debt | money 200 GBP",
            })
    void amountsAreReadAsPeopleWriteThem(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "дом 5, квартира 1000",
                "paid by the card ending 9042",
                "карта заканчивается на 9042",
                "билет 4217 выиграл",
                "6 collars and 9 ponds",
                "кейс 118 всё ещё открыт",
                "В 2024 году было 312 доноров",
                "привезли 40 мисок и 6 столов",
                "автобус 14, пять минут пешком",
                "мне 72 года, рост 170",
                "12 тысяч подписчиков",
                "I tried 6 times",
                "form 27B, aisle 7, box 300",
                "50% of 120 children",
                "two thousand people came",
                "EUR account or GBP account?",
                "20 pounds of potatoes",
                "I weigh 180 pounds",
                "a grand piano blocks the exit",
                "TOP 10 helpers please",
                "our post got 100k views",
                "quiz had 30 questions n i got 11 lol",
                "half the raffle tickets are missing, numbers 501 to 560",
                "код домофона 38К",
                "фото 10 на 15",
                "photos 10x15, matt",
                "5 штук осталось",
            })
    void otherNumbersAreNoMoney(String text) {
        assertThat(shown(text)).doesNotContain("money");
    }

    @Test
    void aBareNumberIsMoneyWhereTheSentenceSpeaksOfGiving() {
        assertThat(shown("Пришло 30000 от соседей")).isEqualTo("money 30000");
        assertThat(shown("paid the whole pledge, 3,500")).isEqualTo("money 3500");
        assertThat(shown("order 40 bowls")).isEmpty();
    }

    @Test
    void aBareNumberIsMoneyBesideAnotherAmount() {
        assertThat(shown("My order is 25 pounds, can I make it 40?")).isEqualTo("money 25 GBP, money 40");
        assertThat(shown("Не пять тысяч, а пятьсот.")).isEqualTo("money 5000, money 500");
        assertThat(shown("Вернули двести рублей, а должны были четыреста")).isEqualTo("money 200 RUB, money 400");
        assertThat(shown("no, 500 not 5000")).isEqualTo("money 500, money 5000");
        assertThat(shown("стоп, не 500 а 5000")).isEqualTo("money 500, money 5000");
    }

    @Test
    void whatCanBeReadInTwoWaysIsMarked() {
        assertThat(shown("переведу сотку завтра")).isEqualTo("money 100?, date 2026-05-21");
        assertThat(shown("ещё две по 500 рублей")).isEqualTo("money 1000 RUB?");
        assertThat(shown("a couple hundred bucks")).isEqualTo("money 200 USD?");
        assertThat(shown("I can give a few hundred")).isEqualTo("money 300?");
        assertThat(shown("we'll send several thousand euros")).isEqualTo("money 3000 EUR?");
        assertThat(shown("перечислю пару тысяч")).isEqualTo("money 2000?");
        assertThat(shown("перечислю несколько тысяч")).isEqualTo("money 3000?");
        assertThat(shown("two lots of 50 euros")).isEqualTo("money 100 EUR?");
        assertThat(shown("двумя платежами по 700 рублей")).isEqualTo("money 1400 RUB?");
    }

    @Test
    void aScaleBeforeItsNumberMakesAGuess() {
        assertThat(shown("переведу тысячи две")).isEqualTo("money 2000");
        assertThat(shown("переведу тыщи полторы")).isEqualTo("money 1500");
        assertThat(shown("переведу тысяч пять-шесть")).isEqualTo("money 5000-6000");
        assertThat(shown("переведу тысячу-две")).isEqualTo("money 1000-2000");
        assertThat(shown("переведу три тысячи двести")).isEqualTo("money 3200");
    }

    @Test
    void aChangeIsNoRange() {
        assertThat(shown("Raise it from $500 to $750")).isEqualTo("money 500 USD, money 750 USD");
    }

    @Test
    void anAnswerToHowMuchMayBeABareNumber() {
        var answer =
                EntityFixture.RECOGNIZER.amount("ну давайте 700", Language.RU).orElseThrow();

        assertThat(answer.amount()).isEqualByComparingTo("700");
        assertThat(answer.currency()).isEmpty();
        assertThat(EntityFixture.RECOGNIZER.amount("потом скажу", Language.RU)).isEmpty();
    }
}
