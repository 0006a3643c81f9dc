package org.otklik.nlu.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;

/** So much time, as said: "two weeks", "an hour and a half". */
public record Length(BigDecimal number, Unit unit) {
    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

    /** A period of days and above, or a duration of less. */
    public TemporalAmount amount() {
        return unit.count(number);
    }

    /** ISO 8601, in the unit that was said: three weeks are P3W, 18 months P18M. */
    public String iso() {
        return unit.iso(number);
    }

    public boolean isOfDay() {
        return unit.isOfDay();
    }

    Duration duration() {
        return Duration.from(amount());
    }

    /** The hours that it takes, for less than a day. */
    public BigDecimal hours() {
        return BigDecimal.valueOf(duration().toMinutes())
                .divide(MINUTES_OF_HOUR, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    LocalDateTime after(LocalDateTime moment) {
        return moment.plus(amount());
    }

    LocalDateTime before(LocalDateTime moment) {
        return moment.minus(amount());
    }

    Period period() {
        return Period.from(amount());
    }
}
