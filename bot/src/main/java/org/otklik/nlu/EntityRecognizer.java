package org.otklik.nlu;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.i18n.Language;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Grammar;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Tokens;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Direction;
import org.otklik.nlu.time.NumericTimes;
import org.otklik.nlu.time.Reference;
import org.otklik.nlu.time.Times;

/**
 * Finds what a message names: money, dates, people, addresses. Both languages are read together, in any mixture. Where two
 * readings overlap one is taken, and what may as well be nothing is left out. Safe for threads; time is linear in the text.
 */
public final class EntityRecognizer {
    private final Vocabulary vocabulary = Vocabulary.ofTables();
    private final Grammar times = Times.grammar();
    private final Grammar money = MoneyRules.grammar();
    private final Grammar ratings = Ratings.grammar();
    private final OrdinaryWords ordinary = new OrdinaryWords();
    private final MisspeltCurrencies misspeltCurrencies = new MisspeltCurrencies();
    private final GivenNames givenNames = GivenNames.ofTables();
    private final NameEndings nameEndings = new NameEndings();

    /**
     * The entities of a text, in the order in which they stand, none overlapping another.
     *
     * @param language decides what is written alike in both, such as 5/6
     * @param sentAt what relative dates are relative to
     * @param zone the zone of the person who wrote
     * @param phoneRegion ISO 3166-1 code of the country whose telephone numbers need no country code
     */
    public List<Entity> recognize(String text, Language language, Instant sentAt, ZoneId zone, String phoneRegion) {
        var visible = new VisibleText(text);
        var chart = read(visible.text(), language, phoneRegion);
        var now = LocalDateTime.ofInstant(sentAt, zone);
        var candidates = new ArrayList<Candidate>();
        candidates.addAll(new Emails(chart.tokens()).candidates());
        candidates.addAll(new Addresses(chart).candidates());
        candidates.addAll(new Phones(chart.tokens(), phoneRegion).candidates());
        candidates.addAll(new SpokenPhones(chart, phoneRegion).candidates());
        candidates.addAll(
                new TimeEntities(chart, Clauses.of(chart), new Reference(now, zone, Direction.OPEN)).candidates());
        candidates.addAll(new Ratings(chart).candidates());
        candidates.addAll(new Amounts(chart).candidates());
        var context = new NameContext(chart, ordinary);
        candidates.addAll(new Persons(chart, context, givenNames, nameEndings).candidates());
        candidates.addAll(new Organizations(chart, context, givenNames, nameEndings).candidates());
        return select(candidates, chart.tokens().size()).stream()
                .map(visible::asTyped)
                .toList();
    }

    /** The amount that a text gives as an answer to "how much?", where a bare number will do. */
    public Optional<Entity.Money> amount(String text, Language language) {
        var visible = new VisibleText(text);
        return new Amounts(read(visible.text(), language, "")).answer().map(amount ->
                (Entity.Money) visible.asTyped(amount));
    }

    /** The only amount of a text that is known to be about money, where it says so with a bare number. */
    public Optional<Entity.Money> sum(String text, Language language, List<Entity> others) {
        var visible = new VisibleText(text);
        return new Amounts(read(visible.text(), language, "")).assumed(others);
    }

    /** How long it is from one time of day to another, where a text names both: "from 10 to 14". */
    public Optional<Duration> between(String text, Language language) {
        return read(new VisibleText(text).text(), language, "").all(Times.FROM_HOUR_TO_HOUR).stream()
                .max(Comparator.comparingInt(Node::length))
                .map(Node::value);
    }

    /** Where a text names a day that no calendar has: the 31st of June. */
    public Optional<Span> impossibleDay(String text, Language language) {
        var chart = read(new VisibleText(text).text(), language, "");
        return chart.all(Times.IMPOSSIBLE_DAY).stream()
                .max(Comparator.comparingInt(Node::length))
                .map(node -> new Span(
                        chart.tokens().at(node.from()).start(),
                        chart.tokens().at(node.to() - 1).end()));
    }

    /** Where a text names so much time as nothing takes: "-3 months". */
    public Optional<Span> impossibleLength(String text, Language language) {
        var chart = read(new VisibleText(text).text(), language, "");
        return chart.all(Times.IMPOSSIBLE_LENGTH).stream()
                .max(Comparator.comparingInt(Node::length))
                .map(node -> new Span(
                        chart.tokens()
                                .at(Numbers.isNegative(chart, node.from()) ? node.from() - 1 : node.from())
                                .start(),
                        chart.tokens().at(node.to() - 1).end()));
    }

    /** Whether a word of a text is a given name, in either alphabet. */
    boolean isKnownName(String text) {
        var tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(token -> tokens.at(token).text())
                .anyMatch(word -> givenNames.has(word) || givenNames.sounds(word));
    }

    /** The words of a text by the tables, with its numbers. */
    Chart words(String text) {
        var chart = new Chart(Tokens.of(text));
        Marks.mark(chart);
        vocabulary.mark(chart);
        Numbers.read(chart);
        misspeltCurrencies.mark(chart);
        markGivenNames(chart);
        return chart;
    }

    private void markGivenNames(Chart chart) {
        for (int i = 0; i < chart.tokens().size(); i++) {
            var word = chart.tokens().at(i).text();
            if (givenNames.isForm(word) && !givenNames.isCommon(word)) {
                chart.add(ActWords.GIVEN_NAME, word, i, i + 1);
            }
        }
    }

    private Chart read(String text, Language language, String region) {
        var chart = words(text);
        NumericTimes.read(chart, language == Language.EN && region.equals("US"));
        times.read(chart);
        money.read(chart);
        ratings.read(chart);
        return chart;
    }

    private static List<Entity> select(List<Candidate> candidates, int size) {
        candidates.sort(Comparator.comparing((Candidate candidate) -> candidate.strength() != Candidate.Strength.FORM)
                .thenComparing(Comparator.comparingInt(Candidate::length).reversed())
                .thenComparing(Candidate::strength)
                .thenComparingInt(Candidate::from));
        var taken = new BitSet(size);
        var entities = new ArrayList<Entity>();
        for (var candidate : candidates) {
            int next = taken.nextSetBit(candidate.from());
            if (next < 0 || next >= candidate.to()) {
                taken.set(candidate.from(), candidate.to());
                candidate.entity().ifPresent(entities::add);
            }
        }
        entities.sort(Comparator.comparingInt(entity -> entity.span().start()));
        return List.copyOf(entities);
    }
}
