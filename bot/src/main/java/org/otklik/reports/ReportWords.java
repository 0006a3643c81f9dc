package org.otklik.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Slip;
import org.otklik.nlu.Understanding;
import org.otklik.reports.Request.Kind;
import org.otklik.reports.Request.Step;
import org.otklik.segments.DateRange;
import org.otklik.segments.ListWords;

/** Reads from words which report is wanted, of which time, and how. */
final class ReportWords {
    /** Reports of years: a number beside their names can be nothing else. */
    private static final Set<Kind> YEARLY = EnumSet.of(Kind.LYBUNT, Kind.SYBUNT, Kind.RETENTION);

    private static final Pattern FIGURES = Pattern.compile("(?<![\\d.,])[-\\u2212]?\\d+(?![\\d.,])");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d\\d(?![\\d.,]?\\d)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORT = 4;
    private static final String COMPARED = "compare";

    /** What is a report whatever else the words might be. */
    private static final Set<Kind> BY_NAME = Set.of(
            Kind.LYBUNT,
            Kind.SYBUNT,
            Kind.RETENTION,
            Kind.NPS,
            Kind.CSAT,
            Kind.FIRST_REPLY,
            Kind.GAPS,
            Kind.RESPONSE,
            Kind.LARGEST);

    private final Cues words = new Cues("reports");
    private final ListWords list = new ListWords();
    private final List<String> names = Arrays.stream(Language.values())
            .flatMap(language -> WordTables.lines(language.code(), "report-names").stream())
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(String::strip)
            .toList();

    Optional<Kind> kind(String text) {
        var kinds = words.in(text).stream()
                .flatMap(found -> Kind.named(found.name()).stream())
                .toList();
        return kinds.stream()
                .filter(BY_NAME::contains)
                .findFirst()
                .or(() -> asksWhatShareReturned(text) ? Optional.of(Kind.RETENTION) : Optional.empty())
                .or(() -> asksHowManyGave(text) ? Optional.of(Kind.DONORS) : Optional.empty())
                .or(() -> both(text, "pace", "answering") ? Optional.of(Kind.FIRST_REPLY) : Optional.empty())
                .or(() -> both(text, "asked", "lacking") ? Optional.of(Kind.GAPS) : Optional.empty())
                .or(() -> asksForTheFirst(text) ? Optional.of(Kind.LARGEST) : Optional.empty())
                .or(() -> kinds.stream().findFirst())
                .or(() -> isInParts(text) ? Optional.of(Kind.RECEIVED) : Optional.empty());
    }

    /** Whether it is asked how much of a time, and nothing else is counted: "how much last year" asks for money. */
    boolean isOfMoney(Understanding understanding) {
        var text = understanding.text();
        return asksHowMuch(text)
                && !words.has(text, "people")
                && !isOfSomethingElse(text)
                && understanding.all(Entity.Date.class).findAny().isPresent();
    }

    /** Whether there is no word in it but those by which reports are asked for. */
    boolean isNothingElse(Understanding understanding) {
        var rest = new StringBuilder(understanding.text());
        Stream.concat(
                        understanding.all(Entity.Date.class).map(Entity::span),
                        words.in(understanding.text()).stream().map(Cues.Found::span))
                .forEach(span -> span.blank(rest));
        return WORD.matcher(rest)
                .results()
                .allMatch(word -> word.group().chars().allMatch(Character::isDigit));
    }

    /** "How long does it take us to answer" is of time and of answering, in whatever order: what no single phrase says. */
    private boolean both(String text, String one, String other) {
        return words.has(text, one) && words.has(text, other);
    }

    /** Whether what is counted is no money. */
    boolean isOfSomethingElse(String text) {
        return words.has(text, "other");
    }

    Optional<String> impossibleTop(String text) {
        return words.has(text, "people") || isShort(text) ? list.impossibleTop(text) : Optional.empty();
    }

    private static boolean isShort(String text) {
        return text.strip().split("\\s+").length <= SHORT;
    }

    /** The number behind the name of a report, where it is no year: "LYBUNT 3000". */
    Optional<String> impossibleYear(Understanding understanding) {
        var text = understanding.text();
        boolean isByName = words.in(text).stream()
                .flatMap(found -> Kind.named(found.name()).stream())
                .anyMatch(YEARLY::contains);
        return isByName
                        && isShort(text)
                        && list.top(text) == 0
                        && understanding.all(Entity.Date.class).findAny().isEmpty()
                ? FIGURES.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(figures -> !YEAR.matcher(figures).matches())
                        .findFirst()
                : Optional.empty();
    }

    /** "Top 3 donors". */
    private boolean asksForTheFirst(String text) {
        return list.top(text) > 0 && words.has(text, "people");
    }

    /** "By quarter", "compare 2025 with 2026": nothing but money is cut so. */
    private boolean isInParts(String text) {
        return words.in(text).stream()
                .anyMatch(
                        found -> found.name().startsWith("by-") || found.name().equals(COMPARED));
    }

    /** Whether it is asked how much or how many. */
    boolean asksHowMuch(String text) {
        return words.has(text, "how-much") || words.has(text, "share");
    }

    /** Whether a report is wanted of which nothing but the time is said. */
    boolean asksForAnyReport(String text) {
        return words.has(text, "report");
    }

    /** "And the one before?" */
    boolean isOneBefore(String text) {
        return words.has(text, "one-before");
    }

    /** "What share of last year's donors gave this year, too": a share of donors, or how many of them did so again. */
    private boolean asksWhatShareReturned(String text) {
        var said = words.in(text).stream().map(Cues.Found::name).toList();
        boolean isAShare = said.contains("people") && said.contains("share");
        boolean isANumber = (said.contains("donors") || (said.contains("people") && said.contains("how-much")))
                && (said.contains("returned") || said.contains("repeat"));
        return isAShare || isANumber;
    }

    /** "How many people gave": people are counted, and not what they gave. */
    private boolean asksHowManyGave(String text) {
        var said = words.in(text);
        boolean isOfGiving = said.stream().anyMatch(found -> found.name().equals("received"));
        return isOfGiving
                && IntStream.range(1, said.size())
                        .filter(i -> said.get(i - 1).name().equals("how-much")
                                && said.get(i).name().equals("people"))
                        .anyMatch(i -> text.substring(
                                        said.get(i - 1).span().end(),
                                        said.get(i).span().start())
                                .isBlank());
    }

    boolean isByName(Kind kind) {
        return BY_NAME.contains(kind);
    }

    /** Whether it is asked who, rather than how much. */
    boolean asksWho(String text) {
        return words.has(text, "who");
    }

    boolean isRepeat(String text) {
        return words.has(text, "repeat");
    }

    /** The whole request, for a kind that was found. */
    Request read(Kind kind, Understanding understanding, LocalDate today) {
        var text = understanding.text();
        var step = words.in(text).stream()
                .map(Cues.Found::name)
                .filter(name -> name.startsWith("by-"))
                .map(name -> Step.valueOf(name.substring(3).toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> comparison(understanding));
        var when = when(kind, understanding, today);
        boolean isOfDonorsOf = kind == Kind.RETENTION && asksWhatShareReturned(text);
        return new Request(
                kind,
                isOfDonorsOf ? when.map(years -> fromTheirYear(years, today)) : when,
                step,
                list.top(text),
                list.isFile(text),
                list.isChart(text));
    }

    /** Years are compared with one another, or else months. */
    private Optional<Step> comparison(Understanding understanding) {
        if (!words.has(understanding.text(), COMPARED)) {
            return Optional.empty();
        }
        boolean areMonths = understanding
                .all(Entity.Date.class)
                .anyMatch(date ->
                        date.value().first().getMonth() == date.value().last().getMonth());
        return Optional.of(areMonths ? Step.MONTH : Step.YEAR);
    }

    /** Donors of one past year are followed into the next. */
    private static DateRange fromTheirYear(DateRange years, LocalDate today) {
        var from = years.from().map(LocalDate::getYear);
        boolean isOnePastYear = from.equals(years.to().map(LocalDate::getYear))
                && from.filter(year -> year < today.getYear()).isPresent();
        return isOnePastYear ? new DateRange(years.from(), years.to().map(to -> to.plusYears(1))) : years;
    }

    /** The time that is named: days and months as they were understood, and bare years; several make one long time. */
    private Optional<DateRange> when(Kind kind, Understanding understanding, LocalDate today) {
        if (words.has(understanding.text(), "ever")) {
            return Optional.of(DateRange.EVER);
        }
        var text = new StringBuilder(understanding.text());
        var ranges = new ArrayList<DateRange>();
        understanding.all(Entity.Date.class).forEach(date -> {
            boolean isSince = words.has(
                    text.substring(
                            Math.max(0, date.span().start() - 8), date.span().end()),
                    "since");
            var days = DateRange.of(date.value().first(), date.value().last());
            var range = kind == Kind.PROMISED ? days : past(days, date.span().in(understanding.text()), today);
            ranges.add(
                    isSince && !date.value().iso().contains("/")
                            ? DateRange.of(range.from().orElse(today), today)
                            : range);
            for (int at = date.span().start(); at < date.span().end(); at++) {
                text.setCharAt(at, '_');
            }
        });
        YEAR.matcher(text).results().forEach(year -> ranges.add(DateRange.year(Integer.parseInt(year.group()))));
        var first = ranges.stream().flatMap(range -> range.from().stream()).min(LocalDate::compareTo);
        var last = ranges.stream().flatMap(range -> range.to().stream()).max(LocalDate::compareTo);
        return first.isEmpty() ? Optional.empty() : Optional.of(new DateRange(first, last));
    }

    /** "How much in December": of what has been, a time without its year is the last one. */
    private static DateRange past(DateRange days, String said, LocalDate today) {
        boolean isAhead = days.from().filter(from -> from.isAfter(today)).isPresent()
                && !YEAR.matcher(said).find();
        return isAhead
                ? past(
                        new DateRange(
                                days.from().map(from -> from.minusYears(1)),
                                days.to().map(to -> to.minusYears(1))),
                        said,
                        today)
                : days;
    }

    /** Names of reports that a short message may have been meant to be: every other word is a figure or a known one. */
    List<String> nearest(String text) {
        var said = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
        var strange = said.stream()
                .filter(word -> !word.chars().allMatch(Character::isDigit)
                        && words.in(word).isEmpty())
                .toList();
        return strange.size() == 1 && said.size() <= SHORT ? nearestTo(strange.getFirst()) : List.of();
    }

    List<String> nearestTo(String word) {
        return names.stream()
                .filter(name -> Slip.between(word, name) <= (name.length() <= SHORT ? 1 : 2))
                .filter(name -> !name.equals(word))
                .distinct()
                .toList();
    }
}
