package org.otklik.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/**
 * Tasks that are spoken of together, each for itself: "1 and 3 are done", "move 1 and 3 to Monday", "the first is done, the second
 * on Monday", "done: the call to Anna, the letter to Boris".
 */
public final class SeveralTasks implements Preparation {
    private static final Set<String> OF_TASKS = Set.of(CompleteForm.COMPLETE, PostponeForm.POSTPONE);
    private static final Pattern CLAUSE = Pattern.compile("[^,;.\\n]+");
    /** So sure is what else a message may mean, that it is not what it tells of tasks. */
    private static final double CERTAIN = 0.7;

    private final TaskSearch search;
    private final Cues done = new Cues("task-done");

    public SeveralTasks(AccessRules access) {
        this.search = new TaskSearch(access);
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff() || turn.state().form().isPresent()) {
            return understanding;
        }
        var described = described(turn, understanding);
        if (!described.isEmpty()) {
            return understanding.with(described);
        }
        var acts = new ArrayList<Act>();
        meant(turn, understanding).forEach(act -> each(turn, act).forEach(acts::add));
        return understanding.with(acts);
    }

    /** Below a list of tasks numbers are theirs, whatever the classifier makes of so few words; elsewhere where it makes nothing of them. */
    private List<Act> meant(Turn turn, Understanding understanding) {
        boolean isOfList = turn.state().offered().stream()
                .anyMatch(choice -> choice.action().intent().equals(CompleteForm.COMPLETE));
        var text = understanding.text();
        boolean mayBeOfTasks = isOfList || understanding.acts().isEmpty();
        if (mayBeOfTasks && !done.in(text).isEmpty() && search.isNumbersOnly(text)) {
            return clauses(understanding.whole(
                    understanding
                                    .main()
                                    .filter(act -> act.is(PostponeForm.POSTPONE))
                                    .isPresent()
                            ? PostponeForm.POSTPONE
                            : CompleteForm.COMPLETE));
        }
        return understanding.acts();
    }

    /** "The first is done, move the second": each clause that has a number and says what becomes of it. */
    private List<Act> clauses(Act act) {
        var clauses = parts(act.text(), CLAUSE).stream()
                .filter(span -> search.isNumbersOnly(span.in(act.text())))
                .map(span -> part(act, span))
                .toList();
        boolean areSeveral = clauses.stream().map(Act::intent).distinct().count() > 1;
        return areSeveral ? clauses : List.of(act);
    }

    private Act part(Act act, Span span) {
        var text = span.in(act.text());
        return new Act(
                done.in(text).isEmpty() ? PostponeForm.POSTPONE : CompleteForm.COMPLETE,
                act.confidence(),
                act.inScope(),
                text,
                act.entities().stream()
                        .filter(entity -> entity.span().overlaps(span))
                        .toList(),
                true);
    }

    private static List<Span> parts(String text, Pattern part) {
        return part.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    private Stream<Act> each(Turn turn, Act act) {
        var numbers =
                OF_TASKS.contains(act.intent()) ? search.together(turn, act.text(), days(act)) : List.<Integer>of();
        return numbers.isEmpty()
                ? Stream.of(act)
                : numbers.stream()
                        .map(number -> new Act(
                                act.intent(),
                                act.confidence(),
                                act.inScope(),
                                number.toString(),
                                act.is(CompleteForm.COMPLETE) ? List.of() : act.entities(),
                                true));
    }

    /** Where days and hours stand: their numbers are no tasks'. */
    private static List<Span> days(Act act) {
        return act.entities().stream()
                .filter(SeveralTasks::isTime)
                .map(Entity::span)
                .toList();
    }

    private static boolean isTime(Entity entity) {
        return switch (entity) {
            case Entity.Date _, Entity.DateTime _, Entity.Duration _, Entity.Hours _ -> true;
            default -> false;
        };
    }

    /** A list of things by their names, each of which is one task: none of it tells of anything that happened besides. */
    private List<Act> described(Turn turn, Understanding understanding) {
        var text = understanding.text();
        var verb = done.in(text).stream().map(Cues.Found::span).findFirst();
        var moved = understanding.main().filter(act -> act.is(PostponeForm.POSTPONE));
        boolean isSomethingElse = understanding
                .main()
                .filter(act -> act.confidence() >= CERTAIN && !OF_TASKS.contains(act.intent()))
                .isPresent();
        boolean mayBe = moved.isPresent()
                || (verb.isPresent()
                        && !isSomethingElse
                        && understanding.entities().stream().noneMatch(SeveralTasks::isTime));
        if (!mayBe || text.strip().endsWith("?")) {
            return List.of();
        }
        var intent = moved.map(Act::intent).orElse(CompleteForm.COMPLETE);
        var found = new LinkedHashMap<Long, Act>();
        int clauses = 0;
        for (var span : search.things(text)) {
            var words = span.in(text);
            var task = search.only(turn, words);
            clauses += search.namesAny(words) ? 1 : 0;
            task.ifPresent(id -> found.putIfAbsent(
                    id, new Act(intent, 1, 1, words, moved.isPresent() ? times(understanding) : List.of(), true)));
        }
        return found.size() > 1 && found.size() == clauses ? List.copyOf(found.values()) : List.of();
    }

    private static List<Entity> times(Understanding understanding) {
        return understanding.entities().stream().filter(SeveralTasks::isTime).toList();
    }
}
