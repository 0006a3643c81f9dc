package org.otklik.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.segments.ClauseReading.Mark;
import org.otklik.segments.Rule.Bound;
import org.otklik.segments.Rule.Limit;

/**
 * Reads a condition from words: clauses with their times and amounts, joined by and, but, or. A clause without a verb speaks of
 * giving like the one before it: "gave last year but not this one". Safe for threads.
 */
public final class RuleReader {
    private static final Pattern OPENING = Pattern.compile("\\s*\\p{L}+\\s*[,.:]");
    /** What opens a choice among those before. */
    static final String NARROWING = "narrow";

    private static final Set<String> EDGES = Set.of("since", "after", "before", "up-to", "from");

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final Cues words = new Cues("conditions");
    private final Phrases goingOn = new Phrases("going-on");

    public RuleReader(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.recognizer = recognizer;
    }

    /** What a message asks for; empty where no condition can be made out. */
    public Optional<Rule> read(Understanding understanding, Language language, LocalDate today) {
        var clauses = clauses(understanding, language, today);
        var exceptions = clauses.stream().filter(clause -> clause.isExcepted).toList();
        var wanted =
                either(clauses.stream().filter(clause -> !clause.isExcepted).toList());
        var unwanted = except(exceptions);
        return wanted.map(rule ->
                        unwanted.map(not -> together(List.of(rule, not))).orElse(rule))
                .or(() -> unwanted);
    }

    /** Clauses that belong together, or one of several of them where "or" stands between. */
    private static Optional<Rule> either(List<Clause> clauses) {
        var any = new ArrayList<Rule>();
        var all = new ArrayList<Rule>();
        for (var clause : clauses) {
            if (clause.isJoinedByOr && !all.isEmpty()) {
                any.add(together(all));
                all.clear();
            }
            clause.rule()
                    .map(rule -> clause.isKindBeside && !all.isEmpty()
                            ? new Rule.Any(List.of(all.removeLast(), rule))
                            : rule)
                    .ifPresent(all::add);
        }
        if (!all.isEmpty()) {
            any.add(together(all));
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(any.size() == 1 ? any.getFirst() : new Rule.Any(any));
    }

    /** "Except volunteers and partners" means both kinds; "except donors who give monthly" one kind. */
    private static Optional<Rule> except(List<Clause> clauses) {
        boolean areKinds =
                clauses.stream().map(clause -> clause.kind).distinct().count() == 1;
        var rules = clauses.stream()
                .filter(clause -> clauses.size() == 1 || !clause.isOfAnyDonor())
                .flatMap(clause -> clause.rule().stream())
                .toList();
        if (areKinds && rules.size() > 1) {
            return Optional.of(new Rule.Not(new Rule.Any(rules)));
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Rule.Not(together(rules)));
    }

    /** Who has promised has not given it yet: that they have not is no condition besides. */
    private static List<Rule> withoutUnpaid(List<Rule> parts) {
        var unpaid = new Rule.Not(Rule.gave(DateRange.EVER));
        return parts.stream().anyMatch(Rule.Pledged.class::isInstance)
                ? parts.stream().filter(part -> !part.equals(unpaid)).toList()
                : parts;
    }

    private static Rule together(List<Rule> all) {
        var parts = withoutUnpaid(all);
        return parts.size() == 1
                ? parts.getFirst()
                : new Rule.All(parts.stream()
                        .flatMap(part -> part instanceof Rule.All inner ? inner.of().stream() : Stream.of(part))
                        .distinct()
                        .toList());
    }

    /** What words that go on from a condition make of it: another limit, another time, or one more thing. */
    public Optional<Rule> change(Rule present, Understanding understanding, Language language, LocalDate today) {
        var said = withoutDenial(onlyRight(understanding));
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
        return read(said, language, today)
                .map(more -> isNarrowed(said) ? together(List.of(present, more)) : without(present, more));
    }

    /** "Only volunteers" are some of those before; "and volunteers?" are others. */
    private boolean isNarrowed(Understanding said) {
        return goingOn.opening(said.text().strip()).filter(NARROWING::equals).isPresent();
    }

    /** What is asked for of a kind takes the place of what was asked for of that kind. */
    private static Rule without(Rule present, Rule more) {
        var now = parts(more);
        var left = parts(present).stream()
                .filter(part -> now.stream().noneMatch(other -> takesThePlace(other, part)))
                .toList();
        return left.isEmpty()
                ? more
                : together(Stream.concat(left.stream(), now.stream()).toList());
    }

    private static List<Rule> parts(Rule rule) {
        return rule instanceof Rule.All all ? all.of() : List.of(rule);
    }

    /** Nobody is asked for who gave and did not give. */
    private static boolean takesThePlace(Rule now, Rule before) {
        boolean isOpposite = now.equals(new Rule.Not(before)) || before.equals(new Rule.Not(now));
        boolean isOfAKind = now.getClass() == before.getClass() && !(now instanceof Rule.Not);
        return now.equals(before) || isOpposite || isOfAKind;
    }

    /** "Not 1000 but 600": what takes the place of another value, and nothing else. */
    private static Understanding onlyRight(Understanding understanding) {
        var acts = understanding.acts();
        boolean isContrast = acts.size() == 1
                && !acts.getFirst().rejected().isEmpty()
                && !acts.getFirst().entities().isEmpty();
        if (!isContrast) {
            return understanding;
        }
        var right = new StringBuilder(" ".repeat(understanding.text().length()));
        acts.getFirst().entities().stream()
                .map(Entity::span)
                .forEach(span -> right.replace(span.start(), span.end(), span.in(understanding.text())));
        return new Understanding(
                right.toString(),
                understanding.language(),
                understanding.ranked(),
                List.of(),
                acts.getFirst().entities());
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
                        change.limits.isEmpty() ? gave.limits() : limits(gave.limits(), change));
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

    /** "Make it 10 000" is another amount and nothing else: it is compared as the one before was. */
    private static List<Limit> limits(List<Limit> before, Clause change) {
        boolean isBareAmount = before.size() == 1
                && change.limits.size() == 1
                && change.limits.getFirst().bound() == Bound.EXACTLY;
        if (!isBareAmount) {
            return change.limits;
        }
        var old = before.getFirst();
        var said = change.limits.getFirst();
        var currency = change.saysCurrency ? said.currency() : old.currency();
        return List.of(new Limit(old.measure(), old.bound(), said.amount(), currency));
    }

    private List<Clause> clauses(Understanding understanding, Language language, LocalDate today) {
        var text = understanding.text();
        var reading = new ClauseReading(understanding, language, today, organization.currency(), recognizer, words);
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
        excepted(understanding).forEach(person -> marks.add(new Mark("", person.span(), Optional.of(person))));
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

    /** People are named only to leave them out. */
    private Stream<Entity.Person> excepted(Understanding understanding) {
        var from = words.in(understanding.text()).stream()
                .filter(found -> found.name().equals("except"))
                .findFirst();
        return understanding
                .all(Entity.Person.class)
                .filter(person -> from.filter(
                                word -> word.span().end() <= person.span().start())
                        .isPresent());
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
}
