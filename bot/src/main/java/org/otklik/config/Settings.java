package org.otklik.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.time.OfficeHours;
import org.otklik.time.WeeklyHours;

/**
 * What the operator decided, save for the channels, which have settings of their own. What each setting means, and its default,
 * is in {@code otklik.example.yaml}; a test keeps the two in step. Read by {@link SettingsReader}.
 */
@ConfigMapping(prefix = "")
public interface Settings {
    Organization organization();

    /** The folder of everything that is kept; may be relative to the working folder. */
    Path data();

    Database database();

    Http http();

    Backup backup();

    Voice voice();

    /** The nonprofit that the bot speaks for. */
    interface Organization {
        @WithName("name")
        Map<Language, String> names();

        Currency currency();

        ZoneId timezone();

        /** A country, ISO 3166. */
        @WithConverter(Parsers.Country.class)
        String region();

        List<Language> languages();

        @WithName("office-hours")
        WeeklyHours weeklyHours();

        @WithName("holidays")
        Optional<List<LocalDate>> listedHolidays();

        /** In office hours. */
        Duration firstReplyTarget();

        /** Between two surveys of one person. */
        Duration surveyMinInterval();

        @WithName("how-to-pay")
        Map<Language, String> waysToPay();

        Optional<URI> privacyUrl();

        @WithName("emergency")
        Map<Language, String> emergencies();

        default LocalizedText name() {
            return new LocalizedText(names());
        }

        default LocalizedText howToPay() {
            return new LocalizedText(waysToPay());
        }

        /** What to say at once to somebody in danger. */
        default LocalizedText emergency() {
            return new LocalizedText(emergencies());
        }

        default OfficeHours officeHours() {
            return new OfficeHours(weeklyHours(), Set.copyOf(listedHolidays().orElse(List.of())), timezone());
        }
    }

    /** Which PostgreSQL. */
    interface Database {
        /** A JDBC URL; empty for the server that comes with the product. */
        @WithConverter(Parsers.JdbcUrl.class)
        Optional<String> url();

        String user();

        Optional<String> password();

        @WithConverter(Parsers.Count.class)
        int poolSize();
    }

    /** The HTTP server, for the web chat, links in messages and health. */
    interface Http {
        String host();

        /** 0 takes any free one. */
        @WithConverter(Parsers.Port.class)
        int port();

        /** What people reach the server under, without a slash at its end. */
        Optional<URI> publicUrl();
    }

    /** What listens to voice messages. */
    interface Voice {
        /** A program and its arguments; none where nobody listens. */
        Optional<List<String>> command();

        Duration timeout();
    }

    /** The nightly copy. */
    interface Backup {
        boolean enabled();

        /** Of the organization's time zone. */
        @WithConverter(Parsers.Hour.class)
        int hour();

        @WithConverter(Parsers.Count.class)
        int keepDays();
    }
}
