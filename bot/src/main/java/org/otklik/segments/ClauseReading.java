package org.otklik.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.segments.Rule.Bound;

/** The clauses of one text as far as it was read, from its beginning to its end. */
final class ClauseReading {
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d+)?(?:\\s?\\p{L}+)?");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d\\d(?![\\d.,]?\\d)");
    private static final Pattern QUOTED = Pattern.compile("[«„“\"']([^»“”\"']{1,60})[»“”\"']");
    private static final Pattern WORD = Pattern.compile("[#\\p{L}\\p{N}-]+");
    /** The name of a town: words with capitals, or one word that nothing follows. */
    private static final Pattern TOWN =
            Pattern.compile("\\s+(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?|\\p{Ll}[\\p{L}-]{3,}(?=\\s*(?:[?.!,;]|$)))");

    private static final int RECENT = 20;
    private static final Set<String> ROLES =
            Set.of("donor", "volunteer", "board", "partner", "participant", "vendor", "member", "staff");

    private final String text;
    private final Language language;
    private final LocalDate today;
    private final String usualCurrency;
    private final EntityRecognizer recognizer;
    private final Cues words;
    private final List<Span> days;
    private final List<Clause> done = new ArrayList<>();
    private Clause clause = new Clause();
    private boolean isNextNegated;
    private boolean isExcepting;
    private boolean isAfterPeople;
    private String edge = "";
    private String gap = "";

    /** A word of the table, or a thing that was named, where it stands. */
    record Mark(String name, Span span, Optional<Entity> entity) {}

    ClauseReading(
            Understanding understanding,
            Language language,
            LocalDate today,
            String usualCurrency,
            EntityRecognizer recognizer,
            Cues words) {
        this.text = understanding.text();
        this.days = understanding.all(Entity.Date.class).map(Entity::span).toList();
        this.language = language;
        this.today = today;
        this.usualCurrency = usualCurrency;
        this.recognizer = recognizer;
        this.words = words;
    }

    /** What stands between two words of the table: a comma ends a clause, a bare number is an amount. */
    void between(String words) {
        gap = words;
        var number = NUMBER.matcher(gap);
        var year = YEAR.matcher(gap);
        if (year.find() && isYear(Integer.parseInt(year.group()))) {
            clause.when = DateRange.year(Integer.parseInt(year.group()));
        } else if (number.find()) {
            recognizer.amount(number.group(), language).ifPresent(this::limit);
        } else if (isLimitOpen() && recognizer.amount(gap, language).isPresent()) {
            recognizer.amount(gap, language).ifPresent(this::limit);
        } else if (gap.contains(",") || gap.contains(";")) {
            isExcepting &= !clause.hasMatter();
            close();
        }
    }

    /** "From five hundred": behind the word of a limit its number may be a word too. */
    private boolean isLimitOpen() {
        return clause.bound != null && clause.limits.isEmpty();
    }

    /** After an amount any year is one; before it, only one that gifts may be stored of. */
    private boolean isYear(int number) {
        boolean isRecent = number > today.getYear() - RECENT && number <= today.getYear() + 1;
        return !clause.limits.isEmpty() || (clause.bound == null && isRecent);
    }

    /** Numbers of gifts are said in words as well as in figures. */
    private void count() {
        if (clause.limits.isEmpty()) {
            recognizer.amount(gap, language).ifPresent(this::limit);
        }
        clause.count();
    }

    private void hours() {
        if (clause.limits.isEmpty()) {
            recognizer.amount(gap, language).ifPresent(this::limit);
        }
        var limits = List.copyOf(clause.limits);
        clause.limits.clear();
        about(Clause.WORKED, "");
        clause.limits.addAll(limits);
        clause.hours();
    }

    private void limit(Entity.Money money) {
        clause.limit(money.amount(), money.to(), money.currency().orElse(usualCurrency));
        clause.saysCurrency |= money.currency().isPresent();
    }

    void take(Mark mark) {
        if (mark.entity().isPresent()) {
            take(mark.entity().get());
            return;
        }
        edge = "";
        switch (mark.name()) {
            case "and" -> close();
            case "yet" -> yet();
            case "so-far" -> {}
            case "plus" -> plus(mark);
            case "or" -> {
                close();
                clause.isJoinedByOr = true;
            }
            case "not" -> negate();
            case "except" -> except();
            case "more" -> clause.bind(Bound.MORE);
            case "at-least" -> clause.bind(Bound.AT_LEAST);
            case "less" -> clause.bind(Bound.LESS);
            case "at-most" -> clause.bind(Bound.AT_MOST);
            case "since", "after" -> edge = mark.name();
            case "up-to" -> {
                edge = "until";
                clause.bind(Bound.AT_MOST);
            }
            case "from" ->
                town(mark).ifPresentOrElse(town -> about("place", town), () -> {
                    edge = "since";
                    clause.bind(Bound.AT_LEAST);
                });
            case "in", "out-of" -> town(mark).filter(_ -> isOfPeople()).ifPresent(town -> about("place", town));
            case "before" -> {
                edge = "until";
                clause.when = DateRange.EVER;
            }
            case "ever" -> clause.when = DateRange.EVER;
            case "this-year" -> clause.when = DateRange.year(today.getYear());
            case "last-year" -> clause.when = DateRange.year(today.getYear() - 1);
            case "single" -> clause.single();
            case "times" -> count();
            case "hours" -> hours();
            case "work" -> about(Clause.WORKED, "");
            case "half-year" -> clause.months = 6;
            case "year-long" -> clause.months = 12;
            case "opted-out" -> about("refusal", "");
            case "newsletter", "appeals", "surveys" -> about("consent", mark.name());
            case "consent" -> about("consent", "newsletter");
            case "russian" -> about("language", "ru");
            case "english" -> about("language", "en");
            case "email", "phone", "telegram", "postal" -> about("point", mark.name());
            case "person", "organization" -> about("is", mark.name());
            case "tag", "place" -> named(mark).ifPresent(name -> about(mark.name(), name));
            default -> about(ROLES.contains(mark.name()) ? Clause.ROLE : mark.name(), mark.name());
        }
    }

    private void take(Entity entity) {
        switch (entity) {
            case Entity.Money money -> limit(money);
            case Entity.Person person -> {
                close();
                about("called", person.span().in(text));
            }
            case Entity.Date date -> {
                clause.when = switch (edge) {
                    case "since" -> DateRange.since(date.value().first());
                    case "until" -> DateRange.until(date.value().first().minusDays(1));
                    case "after" -> DateRange.since(date.value().last().plusDays(1));
                    default -> DateRange.of(date.value().first(), date.value().last());
                };
                edge = "";
            }
            case Entity.Duration duration
            when duration.value().amount() instanceof java.time.Period period ->
                clause.months = (int) Math.max(1, period.toTotalMonths());
            default -> {}
        }
    }

    /** A word of negation belongs to what follows it, or else to the clause that it stands in. */
    private void negate() {
        if (clause.kind == null) {
            clause.isNegated = true;
        } else {
            isNextNegated = true;
        }
    }

    /** "Yet has not given" is one thing more; "has not given yet this year" is still the same. */
    private void yet() {
        if (!clause.isNegated || clause.when != null) {
            close();
        }
    }

    /** "Donors and volunteers" are people of either kind; any other "and" wants both. */
    private void plus(Mark mark) {
        isAfterPeople = isOfPeople() && text.startsWith(" ", mark.span().end());
        close();
    }

    /** What is excepted is a condition of its own, up to the next comma. */
    private void except() {
        close();
        isExcepting = true;
        clause.isExcepted = true;
    }

    private boolean isOfPeople() {
        return clause.isOf(Clause.ROLE) || clause.isOf("is");
    }

    private void about(String kind, String detail) {
        boolean isHowTheyGive = clause.isOf("monthly") || clause.isOf("first");
        if (isHowTheyGive && (kind.equals(Clause.GIVING) || detail.equals("donor"))) {
            // "Monthly donors", "first-time donors": the noun adds nothing.
            return;
        }
        if (clause.kind != null && !merges(kind, detail)) {
            close();
        }
        clause.isKindBeside |= isAfterPeople && gap.isBlank() && kind.equals(Clause.ROLE) && !isExcepting;
        isAfterPeople = false;
        boolean isMonthly = "monthly".equals(clause.kind);
        if (!isMonthly) {
            clause.kind = kind;
            clause.detail = kind.equals("consent") && !clause.detail.isEmpty() && !detail.equals("appeals")
                    ? clause.detail
                    : detail;
        }
    }

    /** "Give monthly" is one thing, and so is "agreed to the newsletter". */
    private boolean merges(String kind, String detail) {
        var present = String.valueOf(clause.kind);
        boolean isGiving = present.equals(Clause.GIVING) || present.equals("monthly") || present.equals("first");
        boolean givesSo = kind.equals(Clause.GIVING) || kind.equals("monthly") || kind.equals("first");
        boolean isSame = present.equals(kind) && (kind.equals("consent") || clause.detail.equals(detail));
        return isSame || (isGiving && givesSo);
    }

    /** The words in quotation marks after a word, or the word after it. */
    private Optional<String> named(Mark mark) {
        var rest = text.substring(mark.span().end());
        var quoted = QUOTED.matcher(rest);
        if (quoted.find() && quoted.start() < 4) {
            return Optional.of(quoted.group(1));
        }
        var town = TOWN.matcher(rest);
        if (mark.name().equals("place") && town.lookingAt()) {
            return Optional.of(town.group(1));
        }
        var word = WORD.matcher(rest);
        return word.find() ? Optional.of(word.group().replace("#", "")) : Optional.empty();
    }

    private Optional<String> town(Mark mark) {
        var town = TOWN.matcher(text.substring(mark.span().end()));
        return Optional.of(town)
                .filter(Matcher::lookingAt)
                .map(found -> found.group(1))
                .filter(name -> words.in(name).isEmpty()
                        && days.stream().noneMatch(day -> day.start() == town.start(1))
                        && recognizer.amount(name, language).isEmpty());
    }

    private void close() {
        if (clause.hasMatter()) {
            finishClause();
            clause = new Clause();
            clause.isNegated = isNextNegated;
            isNextNegated = false;
        }
        clause.isExcepted = isExcepting;
    }

    private void finishClause() {
        var before = done.stream().filter(other -> other.speaksOfGiving()).reduce((one, other) -> other);
        boolean speaksOfGiving = clause.kind == null || Clause.GIVING.equals(clause.kind);
        if (clause.kind == null) {
            clause.kind = Clause.GIVING;
        }
        if (clause.months > 0 && !clause.isNegated) {
            clause.when = DateRange.since(today.minusMonths(clause.months));
            clause.months = 0;
        }
        if (speaksOfGiving && clause.when == null && !clause.limits.isEmpty()) {
            before.ifPresent(other -> clause.when = other.when);
        }
        done.add(clause);
    }

    List<Clause> finish() {
        if (isNextNegated && clause.hasMatter()) {
            clause.isNegated = true;
        }
        close();
        return done;
    }
}
