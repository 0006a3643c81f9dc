package org.otklik.tasks;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Renaming;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.tasks.Tasks.NewTask;

/** "Remind me on Monday to call her": a task for whoever asks, or for a colleague, who is told of it. */
public final class TaskForm implements EntryForm {
    static final String NAME = "task";
    static final String CREATE = "tasks.create";

    private final Renaming renaming = new Renaming("reminder", Set.of(Entity.Date.class, Entity.DateTime.class));

    private final Organization organization;
    private final AssigneeSlot assignee;
    private final AboutSlot contact;
    private final TitleSlot title;
    private final WhenSlot due;

    public TaskForm(Organization organization, EntityRecognizer recognizer) {
        var words = new TaskWords(recognizer);
        this.organization = organization;
        this.assignee = new AssigneeSlot(NAME, organization, words);
        this.contact = new AboutSlot(organization, words, recognizer);
        this.title = new TitleSlot(organization, words, contact);
        this.due = new WhenSlot(NAME, organization, words, false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(CREATE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(assignee, contact, title, due);
    }

    @Override
    public String table() {
        return "task";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        var task = task(turn, answers);
        var tasks = new Tasks(turn.sql());
        long row = tasks.add(task);
        TaskReminder.schedule(turn.sql(), row, task.dueAt().orElseThrow());
        if (isForAnother(turn, answers)) {
            new TaskNotices(organization).tell(turn, row);
        }
        return row;
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var task = task(turn, answers);
        new Tasks(turn.sql()).change(row, task);
        TaskReminder.schedule(turn.sql(), row, task.dueAt().orElseThrow());
    }

    private NewTask task(Turn turn, Answers answers) {
        var who = who(turn, answers);
        return new NewTask(
                title(turn, answers),
                Optional.of(due(turn, answers).atZone(who.zone(organization)).toInstant()),
                Optional.of(who.id()),
                answers.find(contact),
                Tasks.Origin.STAFF);
    }

    private Member who(Turn turn, Answers answers) {
        long id = answers.find(assignee)
                .orElseGet(() -> turn.speaker().staff().orElseThrow().id());
        return new StaffMembers(turn.sql()).get(id);
    }

    private boolean isForAnother(Turn turn, Answers answers) {
        return who(turn, answers).id() != turn.speaker().staff().orElseThrow().id();
    }

    private LocalDateTime due(Turn turn, Answers answers) {
        return answers.get(due)
                .from(turn.message()
                        .sentAt()
                        .atZone(who(turn, answers).zone(organization))
                        .toLocalDateTime());
    }

    /** Without words it is to think of somebody. */
    private String title(Turn turn, Answers answers) {
        return answers.find(title)
                .orElseGet(() -> turn.written(Text.of(TasksText.THINK_OF)
                        .with("name", name(turn, answers).orElseThrow())));
    }

    private Optional<String> name(Turn turn, Answers answers) {
        return answers.find(contact).map(new Contacts(turn.sql())::name);
    }

    /** "And make the reminder Wednesday": the one that was just set. */
    @Override
    public boolean isPutRight(Turn turn, Understanding understanding) {
        return renaming.isIn(understanding);
    }

    @Override
    public Optional<Text> noted(Turn turn, Answers answers) {
        return answers.find(due).map(when -> Text.of(TasksText.NOTED).with("due", due(turn, answers)));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var title = answers.find(this.title);
        var named = title.isPresent() ? name(turn, answers) : Optional.<String>empty();
        var what = named.map(name -> Text.of(TasksText.TITLE_ABOUT).with("name", name))
                .orElse(Text.of(TasksText.TITLE))
                .with("title", title(turn, answers));
        return (isForAnother(turn, answers)
                        ? Text.of(TasksText.GIVEN)
                                .with("who", who(turn, answers).name())
                        : Text.of(TasksText.REMINDER))
                .with("title", what)
                .with("due", due(turn, answers));
    }
}
