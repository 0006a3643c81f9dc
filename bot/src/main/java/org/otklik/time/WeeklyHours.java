package org.otklik.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.i18n.Language;

/**
 * The hours of an ordinary week, as people write them: {@code Mon-Thu 9:00-18:00, Fri 9:00-16:00}. Days may be named in any
 * language that the product speaks, short or in full. Hours that end before they begin end on the next day, and {@code 24:00}
 * is the end of a day.
 */
public record WeeklyHours(Map<DayOfWeek, List<Span>> days) {
    private static final Pattern PART = Pattern.compile("(?U)([^\\d]*?)(?:\\s*(\\d.*))?");
    private static final Pattern HOURS =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** A stretch of office hours that begins on some day. */
    public record Span(LocalTime from, Duration length) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            return from.compareTo(other.from);
        }
    }

    public WeeklyHours {
        days = Map.copyOf(days);
    }

    /** @throws IllegalArgumentException for a text that is not understood, or in which the office never opens */
    public static WeeklyHours parse(String text) {
        var days = new EnumMap<DayOfWeek, Set<Span>>(DayOfWeek.class);
        var waiting = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.strip().split("\\s*[,;]\\s*")) {
            var matched = PART.matcher(part);
            if (!matched.matches()) {
                throw notUnderstood(part);
            }
            waiting.addAll(days(matched.group(1).strip()));
            if (matched.group(2) != null) {
                var span = span(matched.group(2).strip());
                waiting.forEach(
                        day -> days.computeIfAbsent(day, key -> new TreeSet<>()).add(span));
                waiting.clear();
            }
        }
        if (days.isEmpty() || !waiting.isEmpty()) {
            throw notUnderstood(text);
        }
        var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        return new WeeklyHours(copy);
    }

    List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static Set<DayOfWeek> days(String text) {
        var ends = text.split("\\s*[-–—]\\s*", -1);
        if (ends.length > 2) {
            throw notUnderstood(text);
        }
        var first = day(ends[0]).orElseThrow(() -> notUnderstood(text));
        var last = day(ends[ends.length - 1]).orElseThrow(() -> notUnderstood(text));
        var days = EnumSet.of(first);
        for (var day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static Optional<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        Arrays.stream(Language.values()).anyMatch(language -> isName(name, day, language.locale())))
                .findFirst();
    }

    private static boolean isName(String name, DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale).equalsIgnoreCase(name)
                || day.getDisplayName(TextStyle.FULL, locale).equalsIgnoreCase(name);
    }

    private static Span span(String text) {
        var matched = HOURS.matcher(text);
        if (!matched.matches()) {
            throw notUnderstood(text);
        }
        int from = minutes(text, matched.group(1), matched.group(2));
        int to = minutes(text, matched.group(3), matched.group(4));
        if (from == to || from == MINUTES_PER_DAY) {
            throw notUnderstood(text);
        }
        int length = to > from ? to - from : to + MINUTES_PER_DAY - from;
        return new Span(LocalTime.of(from / 60, from % 60), Duration.ofMinutes(length));
    }

    private static int minutes(String text, String hour, @Nullable String minute) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int all = Integer.parseInt(hour) * 60 + minutes;
        if (minutes > 59 || all > MINUTES_PER_DAY) {
            throw notUnderstood(text);
        }
        return all;
    }

    private static IllegalArgumentException notUnderstood(String text) {
        return new IllegalArgumentException("'" + text + "' is not understood as office hours");
    }
}
