package org.otklik.tasks;

import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Span;
import org.otklik.nlu.grammar.Folding;
import org.otklik.tasks.Tasks.Item;

/** Which task a member of staff means, by its number in the list, by its words, or because it was spoken of last. */
final class TaskSearch {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern THING = Pattern.compile("[^,;:.!\\n]+");
    private static final Pattern FIGURES = Pattern.compile("(?<![\\d.,:])[-\\u2212]?\\d+(?![\\d:]|[.,]\\d)");
    private static final int MOST_FIGURES = 6;
    private static final String JOINT = "joint";
    private static final String FUNCTION = "function";
    private static final int SHORTEST_STEM = 4;
    /** A word that is no shorter may be all that is said of a thing: "move the vet to Monday". */
    private static final int SHORTEST_WORD = 3;

    private static final int LONGEST_ENDING = 3;
    /** What was brought to mind so long ago is no longer what "done" is about. */
    private static final Duration RECENT = Duration.ofHours(24);

    private static final int LAST_MESSAGES = 10;
    private static final String ALL = "all";

    private final AccessRules access;
    private final Cues numbers = new Cues("task-numbers");
    private final Cues commands = new Cues("task-words");
    private final Cues small = new Cues(FUNCTION);

    TaskSearch(AccessRules access) {
        this.access = access;
    }

    /**
     * The tasks that are meant.
     *
     * @param isAll whether no word tells which, so that these are all there are
     */
    record Meant(List<Item> tasks, boolean isAll) {}

    /**
     * The tasks that words can mean; one: it is that one; several: it has to be asked.
     *
     * @param words what was said of it
     * @param context the whole message, where the words themselves tell nothing
     */
    Meant find(Turn turn, String words, String context) {
        long me = turn.speaker().staff().orElseThrow().id();
        var tasks = new Tasks(turn.sql());
        var own = tasks.openOf(me);
        var others = others(turn, tasks, me);
        if (stray(turn, words).isPresent()) {
            return new Meant(own, true);
        }
        return numbered(turn, words, own)
                .map(List::of)
                .or(() -> Stream.of(words, context)
                        .flatMap(said -> Stream.of(own, others).map(among -> described(turn, said, among)))
                        .filter(found -> !found.isEmpty())
                        .findFirst())
                .or(() -> isBare(words) ? only(turn, tasks, own).map(List::of) : Optional.empty())
                .map(found -> new Meant(found, false))
                .orElse(new Meant(own, true));
    }

    /** The one that was spoken of last, or the only one there is. */
    private static Optional<Item> only(Turn turn, Tasks tasks, List<Item> own) {
        return lastSpokenOf(turn, tasks).or(() -> own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty());
    }

    private List<Item> others(Turn turn, Tasks tasks, long me) {
        var role = turn.speaker().staff().orElseThrow().role();
        return access.maySeeEverybodysTasks(role)
                ? tasks.open().stream()
                        .filter(item -> !item.assigneeId().equals(Optional.of(me)))
                        .toList()
                : tasks.openGivenBy(me);
    }

    /** "2 done", "the second is done": in the last list that was shown, else in the one that would be. */
    private Optional<Item> numbered(Turn turn, String words, List<Item> own) {
        var number = numbers.in(words).stream()
                .filter(found -> !found.name().equals(ALL) && isNumberOfTask(words, found))
                .map(found -> Integer.parseInt(found.name()))
                .findFirst();
        var tasks = new Tasks(turn.sql());
        var shown = list(turn, own);
        return number.filter(n -> n <= shown.size())
                .flatMap(n -> tasks.find(shown.get(n - 1)))
                .filter(Item::isOpen);
    }

    /** The list that numbers count in. */
    private static List<Long> list(Turn turn, List<Item> own) {
        return shown(turn).stream()
                .filter(ids -> ids.size() > 1)
                .findFirst()
                .orElseGet(() -> own.stream().map(Item::id).toList());
    }

    /** A number that the list does not have: "task 99 is done". */
    Optional<String> stray(Turn turn, String words) {
        var own = new Tasks(turn.sql())
                .openOf(turn.speaker().staff().orElseThrow().id());
        return FIGURES.matcher(words)
                .results()
                .filter(found -> isBare(words.substring(0, found.start()) + " " + words.substring(found.end())))
                .map(MatchResult::group)
                .filter(figures -> figures.length() > MOST_FIGURES
                        || !Character.isDigit(figures.charAt(0))
                        || Integer.parseInt(figures) < 1
                        || Integer.parseInt(figures) > list(turn, own).size())
                .findFirst();
    }

    /**
     * The numbers of the tasks that are spoken of together: "1 and 3", "both", the last first, since a list grows shorter by each that is
     * done. Empty where one is meant, or none by its number.
     *
     * @param others where numbers stand that are not of tasks
     */
    List<Integer> together(Turn turn, String words, List<Span> others) {
        var rest = new StringBuilder(words);
        others.stream().filter(span -> span.end() <= words.length()).forEach(span -> span.blank(rest));
        var found = new TreeSet<Integer>(Comparator.reverseOrder());
        for (var number : numbers.in(rest.toString())) {
            number.span().blank(rest);
            if (number.name().equals(ALL)) {
                int shown = shown(turn).stream().findFirst().map(List::size).orElse(0);
                IntStream.rangeClosed(1, shown).forEach(found::add);
            } else {
                found.add(Integer.valueOf(number.name()));
            }
        }
        return found.size() > 1 && isBare(rest.toString()) ? List.copyOf(found) : List.of();
    }

    /** The parts of a list of things, which commas, or words that join, keep apart. */
    List<Span> things(String words) {
        var parted = new StringBuilder(words);
        commands.in(words).stream()
                .filter(found -> found.name().equals(JOINT))
                .forEach(found -> parted.setCharAt(found.span().start(), ','));
        return THING.matcher(parted)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    /** Whether anything is said that may tell one task from another. */
    boolean namesAny(String words) {
        return !isBare(words);
    }

    /** The only open task of whoever speaks that words describe. */
    Optional<Long> only(Turn turn, String words) {
        var own = new Tasks(turn.sql())
                .openOf(turn.speaker().staff().orElseThrow().id());
        var found = described(turn, words, own);
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }

    /** Whether nothing is named but numbers of tasks. */
    boolean isNumbersOnly(String words) {
        var rest = new StringBuilder(words);
        var found = numbers.in(words);
        found.stream().map(Cues.Found::span).forEach(span -> span.blank(rest));
        return !found.isEmpty() && isBare(rest.toString());
    }

    /** A figure counts only beside words that speak of tasks: "moved 2 boxes" has none. */
    private boolean isNumberOfTask(String words, Cues.Found number) {
        var rest = words.substring(0, number.span().start()) + " "
                + words.substring(number.span().end());
        return isBare(rest);
    }

    /** Whether nothing is said but that a task is done, or moves. */
    private boolean isBare(String words) {
        return words(withoutCommands(words), SHORTEST_STEM).isEmpty();
    }

    private String withoutCommands(String words) {
        var rest = new StringBuilder(words);
        commands.in(words).forEach(found -> found.span().blank(rest));
        return rest.toString();
    }

    private static Set<String> words(String text, int shortest) {
        return WORD.matcher(Folding.fold(text))
                .results()
                .map(word -> word.group())
                .filter(word -> word.length() >= shortest)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Short words count as well where they are none of those that join others. */
    private Set<String> telling(String text) {
        var rest = new StringBuilder(text);
        small.in(text).stream()
                .filter(found -> found.name().equals(FUNCTION)
                        && found.span().end() - found.span().start() < SHORTEST_STEM)
                .forEach(found -> found.span().blank(rest));
        return words(rest.toString(), SHORTEST_WORD);
    }

    /** The tasks that have most of the words, where a word that many have tells little. */
    private List<Item> described(Turn turn, String words, List<Item> tasks) {
        var said = telling(withoutCommands(words));
        var names = new HashMap<Long, Set<String>>();
        tasks.forEach(task -> names.put(task.id(), wordsOf(turn, task)));
        var points = new HashMap<Long, Double>();
        for (var word : said) {
            var having = tasks.stream()
                    .filter(task ->
                            names.getOrDefault(task.id(), Set.of()).stream().anyMatch(other -> isAlike(word, other)))
                    .toList();
            having.forEach(task -> points.merge(task.id(), 1.0 / having.size(), Double::sum));
        }
        double most =
                points.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return tasks.stream()
                .filter(task -> most > 0 && points.getOrDefault(task.id(), 0.0) > most - 1e-9)
                .toList();
    }

    private Set<String> wordsOf(Turn turn, Item task) {
        var all = telling(task.title());
        task.contactId().map(new Contacts(turn.sql())::name).ifPresent(name -> all.addAll(telling(name)));
        return all;
    }

    /** Endings don't count: they are what differs between the forms of a word. */
    private static boolean isAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_STEM) {
            return Math.abs(one.length() - other.length()) <= 1 && one.regionMatches(0, other, 0, shorter);
        }
        int stem = Math.max(SHORTEST_STEM, shorter - LONGEST_ENDING);
        return one.regionMatches(0, other, 0, Math.min(stem, shorter))
                && Math.abs(one.length() - other.length()) <= 2 * LONGEST_ENDING;
    }

    /** The task that a message of the last day was about alone: a reminder, or one that was just written down. */
    private static Optional<Item> lastSpokenOf(Turn turn, Tasks tasks) {
        return shown(turn).stream()
                .findFirst()
                .filter(ids -> ids.size() == 1)
                .flatMap(ids -> tasks.find(ids.getFirst()))
                .filter(Item::isOpen);
    }

    /** The tasks of the last messages that had buttons for any, the newest first. */
    private static List<List<Long>> shown(Turn turn) {
        return turn
                .sql()
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                .and(MESSAGE.DIRECTION.eq("out"))
                .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(RECENT)))
                .orderBy(MESSAGE.ID.desc())
                .limit(LAST_MESSAGES)
                .fetch(row -> tasksOf(Json.read(row.value1(), Payload.Said.class)))
                .stream()
                .filter(ids -> !ids.isEmpty())
                .toList();
    }

    private static List<Long> tasksOf(Payload.Said said) {
        var ids = new ArrayList<Long>();
        said.choices().stream()
                .map(Choice::action)
                .filter(action -> action.intent().equals("tasks.complete"))
                .map(action -> action.arguments().get(TaskSlot.NAME))
                .filter(Objects::nonNull)
                .forEach(id -> ids.add(Long.valueOf(id)));
        said.entries().stream()
                .filter(entry ->
                        entry.form().equals(TaskForm.NAME) || entry.form().equals(PostponeForm.NAME))
                .forEach(entry -> ids.add(entry.row()));
        return ids;
    }
}
