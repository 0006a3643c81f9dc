package org.otklik.tasks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks.Item;

/** Messages about tasks to those who have them, with the buttons that finish and move them. */
final class TaskNotices {
    /** More buttons than that hide the list. */
    static final int MOST_BUTTONS = 8;

    private final Organization organization;

    TaskNotices(Organization organization) {
        this.organization = organization;
    }

    /** A task in one line: what, about whom, by when where its assignee is. */
    Text line(DSLContext sql, Item task, long reader) {
        return due(sql, task, reader)
                .map(due -> Text.of(TasksText.LINE).with("due", due))
                .orElse(Text.of(TasksText.LINE_WITHOUT_DAY))
                .with("title", what(sql, task));
    }

    /** What is to be done, and about whom. */
    static Text what(DSLContext sql, Item task) {
        return task.contactId()
                .map(new Contacts(sql)::name)
                .filter(known -> !task.title().contains(known))
                .map(known -> Text.of(TasksText.TITLE_ABOUT).with("name", known))
                .orElse(Text.of(TasksText.TITLE))
                .with("title", task.title());
    }

    /** By when, where its reader is. */
    Optional<LocalDateTime> due(DSLContext sql, Item task, long reader) {
        var zone = new StaffMembers(sql).get(reader).zone(organization);
        return task.dueAt().map(due -> due.atZone(zone).toLocalDateTime());
    }

    /** Tells a colleague of a task that somebody has given them. */
    void tell(Turn turn, long taskId) {
        var task = new Tasks(turn.sql()).find(taskId).orElseThrow();
        var from = new StaffMembers(turn.sql())
                .get(turn.speaker().staff().orElseThrow().id())
                .name();
        task.assigneeId().flatMap(new Handoffs(turn.sql())::lineOf).ifPresent(line -> {
            var text = Text.of(TasksText.GIVEN_TO_YOU)
                    .with("who", from)
                    .with("task", line(turn.sql(), task, task.assigneeId().orElseThrow()));
            turn.notice(line, text, buttons(List.of(task)));
        });
    }

    /** Sends a text with the buttons of tasks, where the member of staff can be reached. */
    void send(DSLContext sql, Texts texts, long staffId, Text text, List<Item> tasks, Instant at) {
        new Handoffs(sql).lineOf(staffId).ifPresent(line -> {
            var choices = buttons(tasks).entrySet().stream()
                    .map(button ->
                            new Choice(texts.say(line.language(), button.getKey()), button.getValue(), Answer.NEITHER))
                    .toList();
            new Outbox(sql)
                    .queue(
                            new Outbox.Draft(
                                    line.conversationId(),
                                    line.address(),
                                    texts.say(line.language(), text),
                                    new Payload.Said(choices, Author.BOT),
                                    line.language(),
                                    Optional.empty()),
                            at);
        });
    }

    /** For one task to finish and to move it; for several to finish each, by its number in the list. */
    static Map<Text, Action> buttons(List<Item> tasks) {
        var buttons = new LinkedHashMap<Text, Action>();
        if (tasks.size() == 1) {
            buttons.put(Text.of(TasksText.DONE), action("tasks.complete", tasks.getFirst()));
            buttons.put(Text.of(TasksText.LATER), action("tasks.postpone", tasks.getFirst()));
        } else {
            for (int i = 0; i < Math.min(tasks.size(), MOST_BUTTONS); i++) {
                var label = Text.of(TasksText.DONE_NUMBER).with("number", i + 1);
                buttons.put(label, action("tasks.complete", tasks.get(i)));
            }
        }
        return buttons;
    }

    private static Action action(String intent, Item task) {
        return Action.of(intent, TaskSlot.NAME, task.id());
    }
}
