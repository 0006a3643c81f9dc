package org.otklik.channels.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Date header (RFC 5322 §3.3), also in its old forms and without a zone, which then is UTC. */
public final class MailDate {
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\\d{2,4})[ ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?\\s*([+-]\\d{4}|[a-z]{1,4})?");

    /** As of the C library: Wed May 20 09:12:00 2026. */
    private static final Pattern ASCTIME =
            Pattern.compile("([a-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+(?:[a-z]{3,4}\\s+)?(\\d{4})");

    private static final int LONGEST = 200;

    private static final Map<String, Integer> ZONES = Map.of(
            "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7, "msk", 3, "cet", 1);

    private MailDate() {}

    public static Optional<Instant> of(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        var text = header.toLowerCase(Locale.ROOT).replaceAll("\\([^)]*\\)", "").replaceAll("\\s+", " ");
        try {
            var date = DATE.matcher(text);
            if (date.find()) {
                return Optional.of(at(date.group(3), date.group(2), date.group(1), date, 4, zone(date.group(7))));
            }
            var other = ASCTIME.matcher(text);
            return other.find()
                    ? Optional.of(at(other.group(6), other.group(1), other.group(2), other, 3, ZoneOffset.UTC))
                    : Optional.of(OffsetDateTime.parse(header.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant at(String year, String month, String day, Matcher time, int hour, ZoneOffset zone) {
        int number = MONTHS.indexOf(month);
        if (number < 0) {
            throw new DateTimeException(month);
        }
        var second = time.group(hour + 2);
        return OffsetDateTime.of(
                        fullYear(Integer.parseInt(year)),
                        number / 4 + 1,
                        Integer.parseInt(day),
                        Integer.parseInt(time.group(hour)),
                        Integer.parseInt(time.group(hour + 1)),
                        second == null ? 0 : Math.min(59, Integer.parseInt(second)),
                        0,
                        zone)
                .toInstant();
    }

    private static int fullYear(int year) {
        return year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
    }

    @SuppressWarnings("NullAway") // a group that did not match
    private static ZoneOffset zone(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        return zone.matches("[+-]\\d{4}") ? ZoneOffset.of(zone) : ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
    }
}
