package org.otklik.tasks;

import java.util.List;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** "The books are delivered, done": finishes a task, which can be taken back. */
public final class CompleteForm implements Form {
    static final String COMPLETE = "tasks.complete";
    private static final String NAME = "task-done";

    private final TaskSlot task;

    public CompleteForm(Organization organization, AccessRules access) {
        this.task = new TaskSlot(NAME, new TaskSearch(access), new TaskNotices(organization));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(COMPLETE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(task);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var tasks = new Tasks(turn.sql());
        var done = tasks.find(answers.get(task)).orElseThrow();
        if (done.isOpen()) {
            tasks.finish(done.id());
            turn.changed();
        }
        turn.say(Text.of(done.isOpen() ? TasksText.FINISHED : TasksText.FINISHED_BEFORE)
                .with("title", done.title()));
    }
}
