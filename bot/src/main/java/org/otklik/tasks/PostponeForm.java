package org.otklik.tasks;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks.Item;

/** Moves a task to another day, at its hour. */
public final class PostponeForm implements EntryForm {
    static final String POSTPONE = "tasks.postpone";
    static final String NAME = "task-moved";

    private final Organization organization;
    private final TaskSlot task;
    private final WhenSlot due;

    public PostponeForm(Organization organization, EntityRecognizer recognizer, AccessRules access) {
        this.organization = organization;
        this.task = new TaskSlot(NAME, new TaskSearch(access), new TaskNotices(organization));
        this.due = new WhenSlot(NAME, organization, new TaskWords(recognizer), true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(POSTPONE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(task, due);
    }

    @Override
    public String table() {
        return "task";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long row = answers.get(task);
        move(turn, row, answers);
        return row;
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        move(turn, row, answers);
    }

    private void move(Turn turn, long row, Answers answers) {
        var tasks = new Tasks(turn.sql());
        var item = tasks.find(row).orElseThrow();
        var moved = moved(turn, item, answers).atZone(zone(turn, item)).toInstant();
        tasks.move(row, moved);
        TaskReminder.schedule(turn.sql(), row, moved);
    }

    private LocalDateTime moved(Turn turn, Item item, Answers answers) {
        var zone = zone(turn, item);
        var now = turn.message().sentAt().atZone(zone).toLocalDateTime();
        var present = item.dueAt().map(at -> at.atZone(zone).toLocalDateTime()).orElse(now);
        return answers.get(due).from(now, present);
    }

    private ZoneId zone(Turn turn, Item item) {
        return item.assigneeId()
                .map(id -> new StaffMembers(turn.sql()).get(id).zone(organization))
                .orElse(organization.zone());
    }

    /** What moved by so much time has moved already. */
    private LocalDateTime told(Turn turn, Item item, Answers answers) {
        boolean hasMoved = answers.get(due).shift().isPresent();
        return item.dueAt()
                .filter(at -> hasMoved)
                .map(at -> at.atZone(zone(turn, item)).toLocalDateTime())
                .orElseGet(() -> moved(turn, item, answers));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var item = new Tasks(turn.sql()).find(answers.get(task)).orElseThrow();
        return Text.of(TasksText.MOVED).with("title", item.title()).with("due", told(turn, item, answers));
    }
}
