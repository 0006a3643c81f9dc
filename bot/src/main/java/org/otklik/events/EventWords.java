package org.otklik.events;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.grammar.Folding;
import org.otklik.organization.Organization;

/** Which event words mean: by its title in any language and case, by its day, or the one that was spoken of last. */
final class EventWords {
    private static final Cues KINDS = new Cues("event-kinds");
    private static final Phrases ORDINALS = new Phrases("ordinals");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_ENDING = 3;
    /** How many of our last messages are looked through for the event that they speak of. */
    private static final int BACK = 3;

    private static final double HALF_OF_IT = 0.5;

    private final Organization organization;

    EventWords(Organization organization) {
        this.organization = organization;
    }

    /** The events that a message names; all when it names none. */
    List<Event> named(Understanding understanding, List<Event> events) {
        var said = words(understanding.text());
        double most =
                events.stream().mapToDouble(event -> share(event, said)).max().orElse(0);
        var byTitle = events.stream()
                .filter(event -> most > 0 && share(event, said) == most)
                .toList();
        var left = byTitle.isEmpty() ? events : byTitle;
        var onDay = left.stream().filter(event -> isOn(event, understanding)).toList();
        return onDay.isEmpty() ? left : onDay;
    }

    /** Whether it names one at all. */
    boolean names(Understanding understanding, Event event) {
        return share(event, words(understanding.text())) > 0 || isOn(event, understanding);
    }

    /** What a message names that none of the events is: a day without one, or something of another kind. */
    Optional<String> another(Understanding understanding, List<Event> events) {
        boolean isKnown =
                events.stream().anyMatch(event -> names(understanding, event) || isOnWeekday(event, understanding));
        if (isKnown) {
            return Optional.empty();
        }
        var text = understanding.text();
        var day = understanding
                .all(Entity.Date.class)
                .map(date -> date.span().in(text))
                .findFirst();
        return day.or(() ->
                KINDS.in(text).stream().map(found -> found.span().in(text)).findFirst());
    }

    /** The events that a message names by half of the words of their titles, so that it can be no chance. */
    List<Event> spokenOf(Understanding understanding, List<Event> events) {
        var said = words(understanding.text());
        return named(understanding, events).stream()
                .filter(event -> share(event, said) >= HALF_OF_IT)
                .filter(event -> share(event, said) == 1 || tellsApart(event, said, events))
                .toList();
    }

    /** "When can one see the seals?": a word that several titles have stands for none of them. */
    private static boolean tellsApart(Event event, Set<String> said, List<Event> events) {
        return titleWords(event)
                .filter(word -> said.stream().anyMatch(other -> isSame(word, other)))
                .anyMatch(word -> events.stream()
                        .filter(another -> !another.equals(event))
                        .flatMap(EventWords::titleWords)
                        .noneMatch(other -> isSame(word, other)));
    }

    private static Stream<String> titleWords(Event event) {
        return event.titles().valueStream().flatMap(title -> words(title.asText()).stream());
    }

    /** "On Saturday": the next one that there is, where the event is on one. */
    private boolean isOnWeekday(Event event, Understanding understanding) {
        return understanding
                .all(Entity.Date.class)
                .filter(date -> date.span().in(understanding.text()).chars().noneMatch(Character::isDigit))
                .filter(date -> date.value().first().equals(date.value().last()))
                .map(date -> date.value().first())
                .anyMatch(day ->
                        day.getDayOfWeek() == organization.day(event.startsAt()).getDayOfWeek());
    }

    private boolean isOn(Event event, Understanding understanding) {
        var day = organization.day(event.startsAt());
        return understanding
                        .all(Entity.Date.class)
                        .anyMatch(date -> !day.isBefore(date.value().first())
                                && !day.isAfter(date.value().last()))
                || understanding
                        .all(Entity.DateTime.class)
                        .anyMatch(moment -> moment.value().toLocalDate().equals(day));
    }

    /** How much of its title is said, in the language in which most of it is. */
    private static double share(Event event, Set<String> said) {
        return Arrays.stream(Language.values())
                .map(language -> event.titles().path(language.code()).asText(""))
                .mapToDouble(title -> share(title, said))
                .max()
                .orElse(0);
    }

    private static double share(String title, Set<String> said) {
        var words = words(title);
        long shared = words.stream()
                .filter(word -> said.stream().anyMatch(other -> isSame(word, other)))
                .count();
        return words.isEmpty() ? 0 : (double) shared / words.size();
    }

    /** Endings are what differs between the cases of a word. */
    private static boolean isSame(String word, String other) {
        int stem = Math.max(SHORTEST_STEM, Math.min(word.length(), other.length()) - LONGEST_ENDING);
        return word.equals(other)
                || (word.length() > SHORTEST_STEM
                        && other.length() >= stem
                        && Math.abs(word.length() - other.length()) <= LONGEST_ENDING
                        && word.regionMatches(0, other, 0, stem));
    }

    /** A text with blanks where whole titles of events stand: "the workshop for parents" brings no parents. */
    String withoutTitles(String text, List<Event> events) {
        var rest = new StringBuilder(text);
        for (var event : events) {
            event.titles().valueStream().forEach(title -> blank(rest, title.asText()));
        }
        return rest.toString();
    }

    private static void blank(StringBuilder text, String title) {
        var words = WORD.matcher(Folding.fold(title))
                .results()
                .map(MatchResult::group)
                .toList();
        var said = WORD.matcher(Folding.fold(text.toString())).results().toList();
        for (int at = 0; words.size() > 1 && at + words.size() <= said.size(); at++) {
            int first = at;
            boolean isTitle = IntStream.range(0, words.size())
                    .allMatch(i -> isSame(words.get(i), said.get(first + i).group()));
            if (isTitle) {
                int from = said.get(at).start();
                int to = said.get(at + words.size() - 1).end();
                text.replace(from, to, " ".repeat(to - from));
            }
        }
    }

    private static Set<String> words(String text) {
        var words = new HashSet<>(Arrays.asList(Folding.fold(text).split("[^\\p{L}\\p{N}]+")));
        words.removeIf(word -> word.length() < SHORTEST_STEM);
        return words;
    }

    /** The one event that our last messages spoke of. */
    Optional<Event> spokenOf(Turn turn, List<Event> events) {
        return listed(turn, events).filter(found -> found.size() == 1).map(List::getFirst);
    }

    /** The one that is meant by its place among those that we have told of last: "the second one". */
    Optional<Event> counted(Turn turn, String text, List<Event> events) {
        return ORDINALS.within(text)
                .map(Integer::parseInt)
                .flatMap(place -> listed(turn, events)
                        .filter(found -> found.size() > 1 && found.size() >= place)
                        .map(found -> found.get(place - 1)));
    }

    /** Those that the last of our messages which speaks of any has told of, the soonest first. */
    private static Optional<List<Event>> listed(Turn turn, List<Event> events) {
        var bodies = turn.sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID.desc())
                .limit(BACK)
                .fetch(MESSAGE.BODY);
        return bodies.stream()
                .map(body -> events.stream()
                        .filter(event -> event.titles().valueStream().anyMatch(title -> body.contains(title.asText())))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    /** An event in one line: what, when, where. */
    Text line(Event event, Language language) {
        return event.place()
                .map(place -> Text.of(EventsText.EVENT_AT).with("place", place))
                .orElse(Text.of(EventsText.EVENT))
                .with("title", event.title(language))
                .with("when", organization.local(event.startsAt()));
    }
}
