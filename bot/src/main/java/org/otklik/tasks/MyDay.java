package org.otklik.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks.Item;

/** "What is on today?": what somebody has to do on a day, by its hour, who comes to help then, and what takes place. */
public final class MyDay implements Attentive {
    private static final String DAY = "day";
    /** What asks for a day only where one is named. */
    private static final String OF_DAY = "of-day";

    private static final int MOST_WORDS = 9;
    private static final int SHOWN = 15;
    private static final Set<String> TELLING = Set.of(
            "tasks.create",
            "tasks.complete",
            "tasks.postpone",
            "interactions.log",
            "giving.record",
            "volunteering.log_hours",
            "contacts.create",
            "contacts.update");

    private final Organization organization;
    private final TaskNotices notices;
    private final Cues cues = new Cues("my-day");

    public MyDay(Organization organization) {
        this.organization = organization;
        this.notices = new TaskNotices(organization);
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isAsked = turn.speaker().isStaff()
                && understanding.text().split("\\s+").length <= MOST_WORDS
                && isNamed(understanding)
                && understanding.entities().stream().noneMatch(Entity::namesSomebody)
                && understanding.acts().stream().filter(Act::isSure).noneMatch(act -> TELLING.contains(act.intent()));
        if (isAsked) {
            show(turn, day(turn, understanding));
        }
        return isAsked;
    }

    private boolean isNamed(Understanding understanding) {
        boolean hasDay = understanding.entities().stream()
                .anyMatch(entity -> entity instanceof Entity.Date(var _, var value) && value instanceof DateValue.Day);
        return cues.has(understanding.text(), DAY) || (hasDay && cues.has(understanding.text(), OF_DAY));
    }

    private LocalDate day(Turn turn, Understanding understanding) {
        return understanding.entities().stream()
                .flatMap(entity -> switch (entity) {
                    case Entity.Date date -> Stream.of(date.value().first());
                    case Entity.DateTime moment -> Stream.of(moment.value().toLocalDate());
                    default -> Stream.<LocalDate>empty();
                })
                .findFirst()
                .orElseGet(() -> organization.day(turn.message().sentAt()));
    }

    private void show(Turn turn, LocalDate day) {
        long me = turn.speaker().staff().orElseThrow().id();
        var zone = new StaffMembers(turn.sql()).get(me).zone(organization);
        var open = new Tasks(turn.sql()).openOf(me);
        var ofDay = open.stream()
                .filter(task -> task.dueAt()
                        .filter(due -> due.atZone(zone).toLocalDate().equals(day))
                        .isPresent())
                .toList();
        var shown = ofDay.stream().limit(SHOWN).toList();
        long before = open.stream()
                .filter(task -> task.dueAt()
                        .filter(due -> due.atZone(zone).toLocalDate().isBefore(day) && due.isBefore(turn.at()))
                        .isPresent())
                .count();
        var others = new DayPlan(turn.sql(), organization.zone());
        var shifts = others.shifts(day);
        var events = others.events(day, turn.language());
        if (ofDay.isEmpty() && shifts.isEmpty() && events.isEmpty()) {
            turn.say(Text.of(TasksText.DAY_FREE).with("day", day));
        } else {
            turn.say(Text.of(TasksText.DAY).with("day", day));
        }
        if (!ofDay.isEmpty()) {
            turn.say(Text.of(TasksText.LIST)
                    .with("title", Text.of(TasksText.YOURS))
                    .with("lines", tasks(turn, shown, me)));
            TaskNotices.buttons(shown).forEach((label, action) -> turn.offer(label, action, Answer.NEITHER));
        }
        if (shown.size() < ofDay.size()) {
            turn.say(Text.of(TasksText.DAY_MORE).with("count", ofDay.size() - shown.size()));
        }
        if (!shifts.isEmpty()) {
            turn.say(Text.of(TasksText.LIST)
                    .with("title", Text.of(TasksText.DAY_SHIFTS))
                    .with("lines", lines(turn, shifts)));
        }
        if (!events.isEmpty()) {
            turn.say(Text.of(TasksText.LIST)
                    .with("title", Text.of(TasksText.DAY_EVENTS))
                    .with("lines", lines(turn, events)));
        }
        if (before > 0) {
            turn.say(Text.of(TasksText.DAY_OVERDUE).with("count", before));
        }
    }

    private String tasks(Turn turn, List<Item> tasks, long me) {
        var lines = new ArrayList<String>();
        for (var task : tasks) {
            boolean isLate = task.dueAt().filter(due -> due.isBefore(turn.at())).isPresent();
            lines.add(turn.written(Text.of(isLate ? TasksText.LATE_ITEM : TasksText.ITEM)
                    .with("number", lines.size() + 1)
                    .with("task", notices.line(turn.sql(), task, me))));
        }
        return String.join("\n", lines);
    }

    private static String lines(Turn turn, List<Text> all) {
        return String.join("\n", all.stream().map(turn::written).toList());
    }
}
