package org.otklik.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.segments.Rule.Bound;

/**
 * Reads a condition from words: clauses with their times and amounts, joined by and, but, or. A clause without a verb speaks of
 * giving like the one before it: "gave last year but not this one". Safe for threads.
 */
public final class RuleReader {
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d+)?(?:\\s?\\p{L}+)?");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d\\d(?![\\d.,]?\\d)");
    private static final Pattern QUOTED = Pattern.compile("[«„“\"']([^»“”\"']{1,60})[»“”\"']");
    private static final Pattern OPENING = Pattern.compile("\\s*\\p{L}+\\s*[,.:]");
    private static final Pattern WORD = Pattern.compile("[#\\p{L}\\p{N}-]+");
    private static final int RECENT = 20;
    private static final Set<String> EDGES = Set.of("since", "after", "before", "up-to", "from");
    private static final Set<String> ROLES =
            Set.of("donor", "volunteer", "board", "partner", "participant", "vendor", "member", "staff");

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final Cues words = new Cues("conditions");

    public RuleReader(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.recognizer = recognizer;
    }

    /** A word of the table, or a thing that was named, where it stands. */
    private record Mark(String name, Span span, Optional<Entity> entity) {}

    /** What a message asks for; empty where no condition can be made out. */
    public Optional<Rule> read(Understanding understanding, Language language, LocalDate today) {
        var clauses = clauses(understanding, language, today);
        var any = new ArrayList<Rule>();
        var all = new ArrayList<Rule>();
        for (var clause : clauses) {
            if (clause.isJoinedByOr && !all.isEmpty()) {
                any.add(together(all));
                all.clear();
            }
            clause.rule().ifPresent(all::add);
        }
        if (!all.isEmpty()) {
            any.add(together(all));
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(any.size() == 1 ? any.getFirst() : new Rule.Any(any));
    }

    private static Rule together(List<Rule> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : new Rule.All(parts.stream().distinct().toList());
    }

    /** What words that go on from a condition make of it: another limit, another time, or one more thing. */
    public Optional<Rule> change(Rule present, Understanding understanding, Language language, LocalDate today) {
        var said = withoutDenial(understanding);
        var clauses = clauses(said, language, today);
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        var change = clauses.getFirst();
        boolean isAboutGiving = Clause.GIVING.equals(change.kind) && clauses.size() == 1 && !change.isNegated;
        boolean changes = isAboutGiving && (change.when != null || !change.limits.isEmpty());
        if (changes && present.giving().isPresent()) {
            return Optional.of(changed(present, present.giving().get(), change));
        }
        return read(said, language, today).map(more -> new Rule.All(List.of(present, more)));
    }

    /** "No, 400 or more": the no is for the list, and not part of the condition. */
    private Understanding withoutDenial(Understanding understanding) {
        var text = understanding.text();
        var opening = OPENING.matcher(text);
        if (!opening.lookingAt() || !words.has(opening.group(), "not")) {
            return understanding;
        }
        var rest = " ".repeat(opening.end()) + text.substring(opening.end());
        return new Understanding(
                rest, understanding.language(), understanding.ranked(), List.of(), understanding.entities());
    }

    private static Rule changed(Rule rule, Rule.Gave which, Clause change) {
        return switch (rule) {
            case Rule.Gave gave
            when gave.equals(which) ->
                new Rule.Gave(
                        change.when == null ? gave.when() : change.when,
                        change.limits.isEmpty() ? gave.limits() : change.limits);
            case Rule.All all ->
                new Rule.All(all.of().stream()
                        .map(part -> changed(part, which, change))
                        .toList());
            case Rule.Any any ->
                new Rule.Any(any.of().stream()
                        .map(part -> changed(part, which, change))
                        .toList());
            default -> rule;
        };
    }

    private List<Clause> clauses(Understanding understanding, Language language, LocalDate today) {
        var text = understanding.text();
        var reading = new Reading(text, language, today);
        int end = 0;
        for (var mark : marks(understanding)) {
            if (mark.span().start() >= end) {
                reading.between(text.substring(end, mark.span().start()));
                reading.take(mark);
                end = mark.span().end();
            }
        }
        reading.between(text.substring(end));
        return reading.finish();
    }

    private List<Mark> marks(Understanding understanding) {
        var marks = new ArrayList<Mark>();
        understanding.entities().stream()
                .filter(entity -> entity instanceof Entity.Money
                        || entity instanceof Entity.Date
                        || entity instanceof Entity.Duration)
                .forEach(entity -> marks.add(new Mark("", entity.span(), Optional.of(entity))));
        words.in(understanding.text()).stream()
                .filter(found -> marks.stream()
                        .noneMatch(mark -> mark.entity().isPresent()
                                && mark.span().overlaps(found.span())
                                && !isSince(found.name(), found.span(), mark.span())))
                .forEach(found -> marks.add(new Mark(found.name(), found.span(), Optional.empty())));
        marks.sort(Comparator.comparingInt((Mark mark) -> mark.span().start())
                .thenComparing(mark -> mark.entity().isPresent()));
        return marks.stream().map(mark -> cut(mark, marks)).toList();
    }

    /** The small word may be part of a day: "since March". It is read before the day then. */
    private static boolean isSince(String name, Span word, Span day) {
        return word.start() == day.start() && EDGES.contains(name);
    }

    private static Mark cut(Mark mark, List<Mark> marks) {
        return marks.stream()
                .filter(other -> mark.entity().isPresent()
                        && other.entity().isEmpty()
                        && other.span().start() == mark.span().start())
                .findFirst()
                .map(word -> new Mark(
                        mark.name(), new Span(word.span().end(), mark.span().end()), mark.entity()))
                .orElse(mark);
    }

    /** The clauses of one text as far as it was read. */
    private final class Reading {
        private final String text;
        private final Language language;
        private final LocalDate today;
        private final List<Clause> done = new ArrayList<>();
        private Clause clause = new Clause();
        private boolean isNextNegated;
        private String edge = "";
        private String gap = "";

        Reading(String text, Language language, LocalDate today) {
            this.text = text;
            this.language = language;
            this.today = today;
        }

        /** What stands between two words of the table: a comma ends a clause, a bare number is an amount. */
        void between(String words) {
            gap = words;
            var number = NUMBER.matcher(gap);
            var year = YEAR.matcher(gap);
            if (year.find() && isYear(Integer.parseInt(year.group()))) {
                clause.when = DateRange.year(Integer.parseInt(year.group()));
            } else if (number.find()) {
                recognizer
                        .amount(number.group(), language)
                        .ifPresent(money -> clause.limit(money.amount(), money.to(), currency(money)));
            } else if (gap.contains(",") || gap.contains(";")) {
                close();
            }
        }

        /** After an amount any year is one; before it, only one that gifts may be stored of. */
        private boolean isYear(int number) {
            boolean isRecent = number > today.getYear() - RECENT && number <= today.getYear() + 1;
            return !clause.limits.isEmpty() || (clause.bound == null && isRecent);
        }

        /** Numbers of gifts are said in words as well as in figures. */
        private void count() {
            if (clause.limits.isEmpty()) {
                recognizer
                        .amount(gap, language)
                        .ifPresent(number -> clause.limit(number.amount(), number.to(), currency(number)));
            }
            clause.count();
        }

        private String currency(Entity.Money money) {
            return money.currency().orElse(organization.currency());
        }

        void take(Mark mark) {
            if (mark.entity().isPresent()) {
                take(mark.entity().get());
                return;
            }
            edge = "";
            switch (mark.name()) {
                case "and" -> close();
                case "or" -> {
                    close();
                    clause.isJoinedByOr = true;
                }
                case "not" -> negate();
                case "more" -> clause.bind(Bound.MORE);
                case "at-least" -> clause.bind(Bound.AT_LEAST);
                case "less" -> clause.bind(Bound.LESS);
                case "at-most" -> clause.bind(Bound.AT_MOST);
                case "since", "after" -> edge = mark.name();
                case "up-to" -> {
                    edge = "until";
                    clause.bind(Bound.AT_MOST);
                }
                case "from" -> {
                    edge = "since";
                    clause.bind(Bound.AT_LEAST);
                }
                case "before" -> {
                    edge = "until";
                    clause.when = DateRange.EVER;
                }
                case "ever" -> clause.when = DateRange.EVER;
                case "this-year" -> clause.when = DateRange.year(today.getYear());
                case "last-year" -> clause.when = DateRange.year(today.getYear() - 1);
                case "single" -> clause.single();
                case "times" -> count();
                case "half-year" -> clause.months = 6;
                case "year-long" -> clause.months = 12;
                case "opted-out" -> {
                    about("consent", "all_mailings");
                    clause.isNegated = !clause.isNegated;
                }
                case "newsletter", "appeals", "surveys" -> about("consent", mark.name());
                case "consent" -> about("consent", "newsletter");
                case "russian" -> about("language", "ru");
                case "english" -> about("language", "en");
                case "email", "phone", "telegram", "postal" -> about("point", mark.name());
                case "person", "organization" -> about("is", mark.name());
                case "tag", "place" -> named(mark).ifPresent(name -> about(mark.name(), name));
                default -> about(ROLES.contains(mark.name()) ? "role" : mark.name(), mark.name());
            }
        }

        private void take(Entity entity) {
            switch (entity) {
                case Entity.Money money -> clause.limit(money.amount(), money.to(), currency(money));
                case Entity.Date date -> {
                    clause.when = switch (edge) {
                        case "since" -> DateRange.since(date.value().first());
                        case "until" -> DateRange.until(date.value().first().minusDays(1));
                        case "after" -> DateRange.since(date.value().last().plusDays(1));
                        default ->
                            DateRange.of(date.value().first(), date.value().last());
                    };
                    edge = "";
                }
                case Entity.Duration duration
                when duration.value() instanceof java.time.Period period ->
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

        private void about(String kind, String detail) {
            if (clause.kind != null && !merges(kind, detail)) {
                close();
            }
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
            var word = WORD.matcher(rest);
            return word.find() ? Optional.of(word.group().replace("#", "")) : Optional.empty();
        }

        private void close() {
            if (clause.hasMatter()) {
                finishClause();
                clause = new Clause();
                clause.isNegated = isNextNegated;
                isNextNegated = false;
            }
        }

        private void finishClause() {
            var before = done.stream()
                    .filter(other -> Clause.GIVING.equals(other.kind))
                    .reduce((one, other) -> other);
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
}
