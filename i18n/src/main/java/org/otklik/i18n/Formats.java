package org.otklik.i18n;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How one language writes money, days, times and lists. A day always has its weekday, so that a slip is seen. */
public final class Formats {
    private final Language language;

    public Formats(Language language) {
        this.language = language;
    }

    /** The amount as the language writes it, without a fraction when there is none: 5 000 ₽, €5,000, RUB 12.50. */
    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(money.currency()));
        if (money.amount().stripTrailingZeros().scale() <= 0) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(money.amount());
    }

    public String number(BigDecimal number) {
        return NumberFormat.getInstance(language.locale()).format(number);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", language.locale())
                .format(day);
    }

    /** Without the weekday: for what is looked back on. */
    public String plainDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }

    /** A month by itself, in the nominative. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(time);
    }

    public String dateTime(LocalDateTime moment) {
        return date(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    /** "a, b and c". */
    public String list(List<String> parts) {
        return ListFormatter.getInstance(language.locale()).format(parts);
    }
}
