package org.otklik.channels.email.reply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.email.mime.MailDate;

/** A date as a mail program writes it into a text, in any language: "Tuesday, May 19, 2026 4:30 PM". */
public final class WrittenDate {
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d{2})\\b");
    private static final Pattern NUMBERS = Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{2,4})\\b");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern DAY = Pattern.compile("(?<![\\d:+-])(\\d{1,2})(?![\\d:])");
    private static final Pattern TIME =
            Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp])?(?:\\.?[Mm]\\.?)?");
    private static final Pattern ZONE =
            Pattern.compile("(?:(?:GMT|UTC)\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?|\\s([+-])(\\d{2}):?(\\d{2}))\\b");
    private static final Pattern NAMED_ZONE =
            Pattern.compile("[+-]\\d{4}\\b|\\b(?:GMT|UTC?|MSK|CET|[ECMP][SD]T)\\b(?!\\s*[+-])");

    private WrittenDate() {}

    /**
     * The instant, or empty when no date can be made out.
     *
     * @param usual the zone to assume where none is written
     */
    public static Optional<Instant> read(String text, ZoneOffset usual) {
        var exact = Optional.of(text)
                .filter(date -> NAMED_ZONE.matcher(date).find())
                .flatMap(MailDate::of);
        if (exact.isPresent()) {
            return exact;
        }
        try {
            return day(text).map(day -> day.atTime(time(text)).toInstant(zone(text, usual)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return Optional.of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
        }
        var numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            int first = number(numbers.group(1));
            int second = number(numbers.group(3));
            int year = number(numbers.group(4));
            // With slashes the month mostly comes first, where that is possible.
            boolean monthFirst = numbers.group(2).equals("/") && first <= 12;
            return Optional.of(LocalDate.of(
                    year < 100 ? year + 2000 : year, monthFirst ? first : second, monthFirst ? second : first));
        }
        var month = WORD.matcher(text)
                .results()
                .flatMap(word -> Phrase.month(word.group()).stream())
                .findFirst();
        var year = YEAR.matcher(text);
        var dayOfMonth = DAY.matcher(text);
        return month.isPresent() && year.find() && dayOfMonth.find()
                ? Optional.of(LocalDate.of(number(year.group(1)), month.get(), number(dayOfMonth.group(1))))
                : Optional.empty();
    }

    private static LocalTime time(String text) {
        var time = TIME.matcher(text);
        if (!time.find()) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(time.group(1));
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hour, number(time.group(2)), time.group(3) == null ? 0 : number(time.group(3)));
    }

    private static ZoneOffset zone(String text, ZoneOffset usual) {
        var zone = ZONE.matcher(text);
        if (!zone.find()) {
            return usual;
        }
        boolean isNamed = zone.group(1) != null;
        int sign = zone.group(isNamed ? 1 : 4).equals("-") ? -1 : 1;
        int hours = number(zone.group(isNamed ? 2 : 5));
        var minutes = zone.group(isNamed ? 3 : 6);
        return ZoneOffset.ofHoursMinutes(sign * hours, minutes == null ? 0 : sign * number(minutes));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
