package org.otklik.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats english = new Formats(Language.EN);
    private final Formats russian = new Formats(Language.RU);

    @Test
    void moneyIsWrittenAsTheLanguageDoes() {
        var roubles = new Money(new BigDecimal("5000"), "RUB");

        assertThat(russian.money(roubles)).isEqualTo("5\u00a0000\u00a0₽");
        assertThat(english.money(roubles)).isEqualTo("RUB\u00a05,000");
        assertThat(english.money(new Money(new BigDecimal("12.50"), "EUR"))).isEqualTo("€12.50");
    }

    @Test
    void aDayHasItsWeekday() {
        var day = LocalDate.of(2026, 5, 29);

        assertThat(english.date(day)).isEqualTo("Friday, 29 May 2026");
        assertThat(russian.date(day)).isEqualTo("пятница, 29 мая 2026");
    }

    @Test
    void listsEndInAnAnd() {
        assertThat(english.list(List.of("name", "phone"))).isEqualTo("name and phone");
        assertThat(russian.list(List.of("имя", "телефон"))).isEqualTo("имя и телефон");
    }
}
