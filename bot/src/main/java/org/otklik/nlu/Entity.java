package org.otklik.nlu;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.otklik.nlu.time.DateValue;
import org.otklik.nlu.time.Length;

/** Something of the world that a text names, with where it stands and what it means. */
public sealed interface Entity {
    Span span();

    /** Whether it stands for somebody: a person or an organisation. */
    default boolean namesSomebody() {
        return this instanceof Person || this instanceof Organization;
    }

    /**
     * An amount of money.
     *
     * @param currency ISO 4217; empty where it was not said
     * @param to the upper end of a range
     * @param isExact whether it can be read in one way only: not "a couple hundred", not "two of 500"
     */
    record Money(Span span, BigDecimal amount, Optional<String> currency, Optional<BigDecimal> to, boolean isExact)
            implements Entity {}

    /** A day, a month, a year or some days in a row. */
    record Date(Span span, DateValue value) implements Entity {}

    /** A day with a time, local to the zone in which the text was read. */
    record DateTime(Span span, LocalDateTime value) implements Entity {}

    /** How long something takes, where that is neither a date nor hours of work. */
    record Duration(Span span, Length value) implements Entity {}

    /** Hours, as volunteers report them. */
    record Hours(Span span, BigDecimal value) implements Entity {}

    /** A person, by a name in the nominative. */
    record Person(Span span, PersonName name) implements Entity {}

    /** @param base the name in the nominative, as it should be stored */
    record Organization(Span span, String base) implements Entity {}

    /** @param value the number in E.164 */
    record Phone(Span span, String value) implements Entity {}

    /** @param value the address in lower case */
    record Email(Span span, String value) implements Entity {}

    /** @param of the upper end of the scale, where it was said */
    record Rating(Span span, BigDecimal value, OptionalInt of) implements Entity {
        /** Whether it is a mark that surveys ask for: 4 and not 4.5. */
        public boolean isWhole() {
            return value.stripTrailingZeros().scale() <= 0;
        }
    }

    /** A postal address, as typed. */
    record PostalAddress(Span span) implements Entity {}
}
