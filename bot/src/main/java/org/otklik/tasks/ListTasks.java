package org.otklik.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.files.LongList;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.tasks.Tasks.Item;

/** What there is to do, the nearest first: one's own, or a colleague's for those who may see them. */
public final class ListTasks implements Skill {
    private static final int SHOWN = 15;
    private static final String EVERYBODY = "everybody";
    private static final String OVERDUE = "overdue";
    private static final String GIVEN = "given";

    private final Organization organization;
    private final AccessRules access;
    private final TaskNotices notices;
    private final Cues filters = new Cues("task-lists");

    public ListTasks(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
        this.notices = new TaskNotices(organization);
    }

    @Override
    public Set<String> intents() {
        return Set.of("tasks.list");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var me = turn.speaker().staff().orElseThrow();
        var colleague = colleague(turn, heard).filter(other -> other.id() != me.id());
        boolean isEverybodys = filters.has(heard.text(), EVERYBODY) && access.maySeeEverybodysTasks(me.role());
        if (colleague.isPresent()) {
            ofColleague(turn, heard, colleague.get());
        } else if (isEverybodys) {
            show(turn, heard, new Tasks(turn.sql()).open(), Text.of(TasksText.EVERYBODYS));
        } else if (filters.has(heard.text(), GIVEN)) {
            show(turn, heard, new Tasks(turn.sql()).openGivenBy(me.id()), Text.of(TasksText.GIVEN_BY_YOU));
        } else {
            show(turn, heard, new Tasks(turn.sql()).openOf(me.id()), Text.of(TasksText.YOURS));
        }
    }

    private static Optional<Member> colleague(Turn turn, Heard heard) {
        var colleagues = new StaffMembers(turn.sql());
        var text = heard.whole().text();
        return heard.act().entities().stream()
                .filter(Entity.Person.class::isInstance)
                .map(Entity.Person.class::cast)
                .flatMap(person -> colleagues.named(person, text).stream())
                .findFirst();
    }

    private void ofColleague(Turn turn, Heard heard, Member colleague) {
        var me = turn.speaker().staff().orElseThrow();
        var tasks = new Tasks(turn.sql());
        boolean maySee = access.maySeeEverybodysTasks(me.role());
        var shown = maySee
                ? tasks.openOf(colleague.id())
                : tasks.openGivenBy(me.id()).stream()
                        .filter(task -> task.assigneeId().equals(Optional.of(colleague.id())))
                        .toList();
        if (!maySee) {
            turn.say(Text.of(TasksText.ONLY_GIVEN).with("who", colleague.name()));
        }
        show(turn, heard, shown, Text.of(TasksText.OF_COLLEAGUE).with("who", colleague.name()));
    }

    private void show(Turn turn, Heard heard, List<Item> all, Text title) {
        var wanted = all.stream().filter(wanted(turn, heard)).toList();
        if (wanted.isEmpty()) {
            turn.say(all.isEmpty() ? TasksText.NOTHING_TO_DO : TasksText.NOTHING_THEN);
            return;
        }
        if (turn.hasTables()) {
            table(turn, title, wanted);
            TaskNotices.buttons(wanted.stream().limit(SHOWN).toList())
                    .forEach((label, action) -> turn.offer(label, action, Answer.NEITHER));
            return;
        }
        var shown = wanted.stream().limit(SHOWN).toList();
        turn.say(Text.of(TasksText.LIST).with("title", title).with("lines", lines(turn, shown)));
        if (wanted.size() > shown.size()) {
            turn.say(Text.of(TasksText.AND_MORE).with("count", wanted.size() - shown.size()));
        }
        TaskNotices.buttons(shown).forEach((label, action) -> turn.offer(label, action, Answer.NEITHER));
    }

    private void table(Turn turn, Text title, List<Item> tasks) {
        long me = turn.speaker().staff().orElseThrow().id();
        var rows = new ArrayList<List<String>>();
        for (var task : tasks) {
            boolean isLate = task.dueAt().filter(due -> due.isBefore(turn.at())).isPresent();
            var due = notices.due(turn.sql(), task, me)
                    .map(when -> turn.written(
                            Text.of(TasksText.CELL_DUE).with("due", when).with("isLate", isLate ? "yes" : "no")))
                    .orElse("");
            rows.add(List.of(String.valueOf(rows.size() + 1), turn.written(TaskNotices.what(turn.sql(), task)), due));
        }
        var titles = Stream.of(TasksText.COLUMN_NUMBER, TasksText.COLUMN_TASK, TasksText.COLUMN_DUE)
                .map(column -> turn.written(Text.of(column)))
                .toList();
        var kept = new ArrayList<List<String>>();
        kept.add(titles);
        kept.addAll(rows);
        new LongList("tasks", turn.written(title), titles, Set.of(0), rows, kept).show(turn);
    }

    private String lines(Turn turn, List<Item> tasks) {
        long me = turn.speaker().staff().orElseThrow().id();
        var lines = new ArrayList<String>();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            boolean isLate = task.dueAt().filter(due -> due.isBefore(turn.at())).isPresent();
            lines.add(turn.written(Text.of(isLate ? TasksText.LATE_ITEM : TasksText.ITEM)
                    .with("number", i + 1)
                    .with("task", notices.line(turn.sql(), task, me))));
        }
        return String.join("\n", lines);
    }

    /** What is late, or due by a day that was said, else everything. */
    private Predicate<Item> wanted(Turn turn, Heard heard) {
        if (filters.has(heard.text(), OVERDUE)) {
            return task -> task.dueAt().filter(due -> due.isBefore(turn.at())).isPresent();
        }
        return heard.act().entities().stream()
                .flatMap(entity -> days(entity).stream())
                .findFirst()
                .map(this::within)
                .orElse(task -> true);
    }

    private static Optional<DateValue> days(Entity entity) {
        return switch (entity) {
            case Entity.Date date -> Optional.of(date.value());
            case Entity.DateTime moment ->
                Optional.of(new DateValue.Day(moment.value().toLocalDate()));
            default -> Optional.empty();
        };
    }

    private Predicate<Item> within(DateValue days) {
        return task ->
                task.dueAt().map(this::day).filter(day -> isWithin(days, day)).isPresent();
    }

    private LocalDate day(Instant at) {
        return organization.day(at);
    }

    private static boolean isWithin(DateValue days, LocalDate day) {
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }
}
