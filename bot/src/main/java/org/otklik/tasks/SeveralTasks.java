package org.otklik.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** "1 and 3 are done": finishes each of the tasks that are spoken of together. */
public final class SeveralTasks implements Preparation {
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
        var acts = new ArrayList<Act>();
        meant(turn, understanding).forEach(act -> each(turn, act).forEach(acts::add));
        return understanding.with(acts);
    }

    /** Below a list of tasks numbers are theirs, whatever the classifier makes of so few words. */
    private List<Act> meant(Turn turn, Understanding understanding) {
        boolean isOfList = turn.state().offered().stream()
                .anyMatch(choice -> choice.action().intent().equals(CompleteForm.COMPLETE));
        var text = understanding.text();
        return isOfList && !done.in(text).isEmpty() && search.isNumbersOnly(text)
                ? List.of(understanding.whole(CompleteForm.COMPLETE))
                : understanding.acts();
    }

    private Stream<Act> each(Turn turn, Act act) {
        var numbers = act.is(CompleteForm.COMPLETE) ? search.together(turn, act.text()) : List.<Integer>of();
        return numbers.isEmpty()
                ? Stream.of(act)
                : numbers.stream()
                        .map(number -> new Act(
                                CompleteForm.COMPLETE,
                                act.confidence(),
                                act.inScope(),
                                number.toString(),
                                List.of(),
                                true));
    }
}
