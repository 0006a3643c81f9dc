package org.otklik.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;
import org.otklik.i18n.Language;
import org.otklik.time.WeeklyHours;

/**
 * How the values of settings are read; public, since the library creates the converters. Stricter than the library's own ({@code enabled: treu} is not just false), and what a
 * value is not is said in words that continue "it …".
 */
public final class Parsers {
    private Parsers() {}

    public static final class Port extends WholeNumber {
        public Port() {
            super(0, 65_535);
        }
    }

    public static final class Hour extends WholeNumber {
        public Hour() {
            super(0, 23);
        }
    }

    public static final class Count extends WholeNumber {
        public Count() {
            super(1, 1_000_000);
        }
    }

    /** Where nothing more is known about it; counts of things can't be negative. */
    public static final class AnyCount extends WholeNumber {
        public AnyCount() {
            super(0, Integer.MAX_VALUE);
        }
    }

    static class WholeNumber implements Converter<Integer> {
        private final int least;
        private final int most;

        WholeNumber(int least, int most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public Integer convert(String text) {
            int number;
            try {
                number = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("is not a number", e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("is not between " + least + " and " + most);
            }
            return number;
        }
    }

    public static final class JdbcUrl implements Converter<String> {
        @Override
        public String convert(String text) {
            if (!text.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("is not the JDBC address of a PostgreSQL database");
            }
            return text;
        }
    }

    public static final class Country implements Converter<String> {
        @Override
        public String convert(String text) {
            if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text)) {
                throw new IllegalArgumentException("is not a country of two capital letters (ISO 3166)");
            }
            return text;
        }
    }

    static boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    static Language language(String text) {
        for (var language : Language.values()) {
            if (language.code().equals(text)) {
                return language;
            }
        }
        throw new IllegalArgumentException("is not a language that Otklik speaks");
    }

    static Currency currency(String text) {
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a currency of three capital letters (ISO 4217)", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time zone", e);
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a date such as 2026-12-31", e);
        }
    }

    static Duration duration(String text) {
        Duration duration;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a length of time (ISO 8601)", e);
        }
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("is not longer than nothing");
        }
        return duration;
    }

    static WeeklyHours weeklyHours(String text) {
        try {
            return WeeklyHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a list of days with hours", e);
        }
    }

    static URI webAddress(String text) {
        try {
            var address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a web address", e);
        }
        throw new IllegalArgumentException("is not a web address that begins with https:// or http://");
    }

    static Path path(String text) {
        if (text.isBlank()) {
            // The library asks what the absence of an optional value stands for.
            throw new IllegalArgumentException("is empty");
        }
        return Path.of(text);
    }
}
