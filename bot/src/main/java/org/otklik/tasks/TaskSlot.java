package org.otklik.tasks;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.tasks.Tasks.Item;

/** Which task. Where several can be meant, they are offered, the nearest first. */
final class TaskSlot implements Slot<Long> {
    static final String NAME = "task";
    private static final int CHOICES = 6;

    private final String form;
    private final TaskSearch search;
    private final TaskNotices notices;

    TaskSlot(String form, TaskSearch search, TaskNotices notices) {
        this.form = form;
        this.search = search;
        this.notices = notices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        if (turn.message().press().isPresent()) {
            return Optional.empty();
        }
        var meant = search.find(
                turn,
                said(understanding),
                timeless(understanding, turn.message().text()));
        return meant.tasks().size() == 1 && !meant.isAll()
                ? Optional.of(meant.tasks().getFirst().id())
                : Optional.empty();
    }

    /** What was said of the task, without the days: those say when, and not what. */
    private static String said(Understanding understanding) {
        var own = understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        return timeless(understanding, own.isBlank() ? understanding.text() : own);
    }

    private static String timeless(Understanding understanding, String said) {
        var rest = new StringBuilder(said);
        int offset = Math.max(0, understanding.text().indexOf(said));
        understanding.entities().stream()
                .filter(entity -> switch (entity) {
                    case Entity.Date _, Entity.DateTime _, Entity.Duration _, Entity.Hours _ -> true;
                    default -> false;
                })
                .map(Entity::span)
                .forEach(span -> {
                    for (int at = span.start() - offset; at < span.end() - offset; at++) {
                        if (at >= 0 && at < rest.length()) {
                            rest.setCharAt(at, ' ');
                        }
                    }
                });
        return rest.toString();
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return understanding.text().isBlank() ? Optional.empty() : Optional.of(said(understanding));
    }

    /** A button names the task. */
    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return hint.matches("\\d+") && turn.message().press().isPresent()
                ? new Tasks(turn.sql()).find(Long.parseLong(hint)).map(Item::id)
                : Optional.empty();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var meant = answers.hint(this)
                .map(words -> search.find(turn, words, words))
                .orElse(new TaskSearch.Meant(List.of(), true));
        if (meant.tasks().isEmpty()) {
            turn.say(TasksText.NO_TASKS);
            turn.state(turn.state().withoutForm());
            return;
        }
        answers.hint(this)
                .flatMap(words -> search.stray(turn, words))
                .ifPresent(number -> turn.say(Text.of(TasksText.NO_SUCH_NUMBER).with("number", number)));
        turn.say(meant.isAll() ? TasksText.WHICH_OF_ALL : TasksText.WHICH);
        long me = turn.speaker().staff().orElseThrow().id();
        meant.tasks().stream()
                .limit(CHOICES)
                .forEach(task -> FormFilling.offer(
                        turn,
                        form,
                        name(),
                        Text.of(TasksText.CHOICE).with("task", notices.line(turn.sql(), task, me)),
                        LongNode.valueOf(task.id())));
    }
}
