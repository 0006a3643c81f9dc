package org.otklik.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.nlu.EntityFixture.shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeEntitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "в пятницу приду | date 2026-05-22",
                "this Friday is fine | date 2026-05-22",
                "в следующую пятницу | date 2026-05-29",
                "next Friday | date 2026-05-29",
                "в среду | date 2026-05-27",
                "через две недели | date 2026-06-03",
                "in a fortnight | date 2026-06-03",
                "через год | date 2027-05",
                "неделю назад | date 2026-05-13",
                "31/10/2026 | date 2026-10-31",
                "2026-06-11 | date 2026-06-11",
                "до 25-го | date 2026-05-25",
                "к 5 числу | date 2026-06-05",
                "в конце мая | date 2026-05-31",
                "by the end of June | date 2026-06-30",
                "с 10 по 12 июня | date 2026-06-10/2026-06-12",
                "from 23 December to 4 January | date 2026-12-23/2027-01-04",
                "во втором квартале | date 2026-04-01/2026-06-30",
                "первый вторник октября | date 2026-10-06",
                "завтра в 10 | datetime 2026-05-21T10:00",
                "Thursday at 5:30 pm | datetime 2026-05-21T17:30",
                "напомни завтра в 11 забрать коробки | datetime 2026-05-21T11:00",
                "closed on Good Friday | date 2026-04-03",
                "кулич на Пасху | date 2027-05-02",
                "придём на Масленицу | date 2027-03-08/2027-03-14",
                "the 20th of next month | date 2026-06-20",
                "5-го числа следующего месяца | date 2026-06-05",
                "the last Friday of the month | date 2026-05-29",
                "the weekend of 4 July | date 2026-07-04/2026-07-05",
                "the first week of June | date 2026-06-01/2026-06-07",
                "прошлым летом ездили | date 2025-06-01/2025-08-31",
                "ближайшие три дня | date 2026-05-21/2026-05-23",
                "this evening at 7:30 | datetime 2026-05-20T19:30",
                "12 tonight | datetime 2026-05-21T00:00",
                "in an hour and a half | datetime 2026-05-20T16:00",
                "через три четверти часа | datetime 2026-05-20T15:15",
                "в среду часов в шесть | datetime 2026-05-27T18:00",
                "4 1/2 hours at the shelter | hours 4.5",
                "выйду в субботу на 6 часов | date 2026-05-23, hours 6",
                "через час | datetime 2026-05-20T15:30",
                "полчетвёртого | datetime 2026-05-20T15:30",
                "без четверти девять вечера | datetime 2026-05-20T20:45",
                "tonight at 8 | datetime 2026-05-20T20:00",
                "на две недели | duration P2W",
                "отработал полтора часа | hours 1.5",
                "two hours and 30 minutes of packing | hours 2.5",
                "автобус завтра в 5:40 | datetime 2026-05-21T05:40",
                "завтра в 5:40 вечера | datetime 2026-05-21T17:40",
                "завтра в 5:00 | datetime 2026-05-21T17:00",
                "stocktaking on the 27th: come early | date 2026-05-27",
                "free on 29/7 | date 2026-07-29",
                "they pay £60 a month from 3 June | money 60 GBP, date 2026-06-03",
                "an internship of 10 weeks from October | duration P10W, date 2026-10",
                "2 hours each last Saturday | hours 2, date 2026-05-16",
            })
    void timesAreReadFromWhereTheyAreSaid(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "в субботу сортировал | date 2026-05-16",
                "в субботу приду сортировать | date 2026-05-23",
                "Сколько перевела в апреле? | date 2026-04",
                "I helped on Monday | date 2026-05-18",
                "I'll help on Monday | date 2026-05-25",
                "обещала перевести в июне | date 2026-06",
                "pledged it in June | date 2026-06",
                "отчёт за март | date 2026-03",
                "перенесли на понедельник | date 2026-05-25",
                "office is closed from Monday | date 2026-05-25",
                "в четверг приедут мебель на газели вывезти | date 2026-05-21",
                "не смог попасть к вам во вторник | date 2026-05-19",
                "долг вырос в апреле | date 2026-04",
                "Собрали на корм, треть 7 июня отдадим | date 2026-06-07",
                "Милена дежурит с 23 по 27 мая | person Милена, date 2026-05-23/2026-05-27",
                "нужны повара с четверга по субботу | date 2026-05-21/2026-05-23",
                "вчера проспал могу в воскресенье выйти | date 2026-05-19, date 2026-05-24",
                "помогала разбирать вещи в субботу | date 2026-05-16",
                "half is paid, the rest in July | date 2026-07",
                "we gave half, the rest of it in April | date 2026-04",
                "стаканы дарим 8 июня | date 2026-06-08",
            })
    void theTenseDecidesTheDirection(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.5 hours at the lambing shed on Monday | hours 6.5, date 2026-05-18",
                "полтора часа читала в воскресенье, поставьте мне 🙏 | hours 1.5, date 2026-05-17",
                "выйду в воскресенье на 4 часа | date 2026-05-24, hours 4",
                "log 2 hours on Sunday | hours 2, date 2026-05-17",
                "the report was due on 30 April | date 2026-04-30",
                "офис с понедельника не отвечает | date 2026-05-18",
                "с понедельника выхожу на смены | date 2026-05-25",
                "с 1 июля библиотека не работает | date 2026-07-01",
                "мы ждём с февраля | date 2026-02",
                "на 9 мая привезли гвоздики | date 2026-05-09",
                "на Пасху приносили куличи | date 2026-04-12",
                "pitch hire 4–26 July has been quoted | date 2026-07-04/2026-07-26",
                "to be paid on 14 June, which was his birthday | date 2026-06-14",
                "Monday's delivery never came | date 2026-05-18",
                "15-го зарплата | date 2026-06-15",
                "спасатели дежурят на Крещение | date 2027-01-19",
                "крещение сына в субботу | date 2026-05-23",
            })
    void whatIsToldDecidesTheDirection(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the loan is for 3 years | duration P3Y",
                "the lease runs for 18 months starting 1 July | duration P18M, date 2026-07-01",
                "on a 14-day trial | duration P14D",
                "they can lend it for a fortnight | duration P2W",
                "within 5 working days | duration P5D",
                "the film lasts 95 minutes | duration PT95M",
                "we sing for half an hour, patients get tired | duration PT30M",
                "полгода жду ответа | duration P6M",
                "уже неделю жду 😿 | duration P1W",
                "возьмём на сутки | duration P1D",
                "недели три не могу дозвониться | duration P3W",
                "можно кресло на месяц с 3 июля? | duration P1M, date 2026-07-03",
                "лекция займёт 45 минут | duration PT45M",
                "опоздаю на 20 минут | duration PT20M",
                "90 mins on the helpline | hours 1.5",
                "we walked the dogs, 45 minutes | hours 0.75",
                "after 10 hours at the shelter she slept | hours 10",
                "чинил мотор, ушло часов семь | hours 7",
                "Held for 25 minutes and nobody came | duration PT25M",
            })
    void aLengthIsWorkOnlyWhereWorkIsTold(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we come three days a week",
                "she's 82 years old",
                "kittens, 8 weeks old",
                "сыну 9 лет",
                "щенку 3 месяца",
                "детям до 14 лет нельзя",
                "раз в две недели вожу корм",
                "two to three weeks",
                "пять минут пешком",
                "до 5-го этажа лифта нет",
                "конкурс «Зима-2025» уже подведён",
                "my class of 1988 mug",
                "we have lanes 3 to 6",
            })
    void agesRatesAndNamesAreNoTimes(String text) {
        assertThat(shown(text))
                .doesNotContain("duration")
                .doesNotContain("date")
                .doesNotContain("hours");
    }

    @Test
    void eachClauseHasItsOwnTense() {
        assertThat(shown("В понедельник встретились, а в пятницу она переведёт"))
                .isEqualTo("date 2026-05-18, date 2026-05-22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"по субботам могу", "every Monday", "каждый вторник", "раз в месяц", "the spring appeal"})
    void habitsAreNoDates(String text) {
        assertThat(shown(text)).isEmpty();
    }

    @Test
    void aDateThatDoesNotExistIsNone() {
        assertThat(shown("напомни мне 31 июня")).isEmpty();
        assertThat(shown("29 February 2026")).isEmpty();
    }

    @Test
    void aLeapDayIsRead() {
        assertThat(shown("29 февраля 2028")).isEqualTo("date 2028-02-29");
    }
}
