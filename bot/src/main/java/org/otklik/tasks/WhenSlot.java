package org.otklik.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DaysInShort;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** When a task is due. A day that no calendar has is asked about, and so is one that has passed. */
final class WhenSlot implements Slot<When> {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final String form;
    private final Organization organization;
    private final TaskWords words;
    private final boolean isMove;
    private final Cues clock = new Cues("clock");
    private final Cues directions = new Cues("sooner");

    /** @param isMove whether a task is there already, which may also move by so much time */
    WhenSlot(String form, Organization organization, TaskWords words, boolean isMove) {
        this.form = form;
        this.organization = organization;
        this.words = words;
        this.isMove = isMove;
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public Class<When> type() {
        return When.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(answers.hint(this)
                .map(day -> Text.of(TasksText.NO_SUCH_DAY).with("day", day))
                .orElse(Text.of(isMove ? TasksText.TILL_WHEN : TasksText.WHEN)));
        var today = local(turn).toLocalDate();
        offer(turn, TasksText.TOMORROW, When.on(today.plusDays(1)));
        offer(turn, TasksText.MONDAY, When.on(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
    }

    private void offer(Turn turn, TasksText label, When when) {
        JsonNode value = Json.MAPPER.valueToTree(when);
        FormFilling.offer(turn, form, name(), Text.of(label), value);
    }

    private LocalDateTime local(Turn turn) {
        return organization.local(turn.message().sentAt());
    }

    @Override
    public Optional<When> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = local(turn).toLocalDate();
        var told = words.due(understanding, today).flatMap(due -> when(understanding.text(), due, today));
        return told.isPresent() || !isMove ? told : shift(understanding);
    }

    /** Something for a week or a month is for its first day; once that has passed, for its last. */
    private Optional<When> when(String text, Entity due, LocalDate today) {
        boolean isDeadline = words.isDeadline(text, due.span());
        return switch (due) {
            case Entity.Date date ->
                Optional.of(new When(
                        Optional.of(
                                isDeadline || date.value().first().isBefore(today)
                                        ? date.value().last()
                                        : date.value().first()),
                        Optional.empty(),
                        isDeadline,
                        Optional.empty()));
            case Entity.DateTime moment ->
                Optional.of(new When(
                        isTimeOnly(moment.span().in(text))
                                ? Optional.empty()
                                : Optional.of(moment.value().toLocalDate()),
                        Optional.of(minute(moment.value().toLocalTime())),
                        isDeadline,
                        Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static LocalTime minute(LocalTime time) {
        return time.withSecond(0).withNano(0);
    }

    /** "At 11" says nothing about the day. */
    private boolean isTimeOnly(String said) {
        var rest = new StringBuilder(said);
        clock.in(said).forEach(found -> found.span().blank(rest));
        return rest.chars().noneMatch(Character::isLetter);
    }

    private Optional<When> shift(Understanding understanding) {
        boolean isSooner = !directions.in(understanding.text()).isEmpty();
        return understanding.entities().stream()
                .flatMap(entity -> switch (entity) {
                    case Entity.Duration duration -> Stream.of(duration.value().iso());
                    case Entity.Hours hours ->
                        Stream.of("PT" + hours.value().multiply(MINUTES).intValue() + "M");
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .map(amount -> new When(
                        Optional.empty(), Optional.empty(), false, Optional.of(isSooner ? "-" + amount : amount)));
    }

    /** The words of a day that no calendar has. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return words.impossibleDay(understanding, turn.language());
    }

    @Override
    public Optional<Text> objection(Turn turn, When value) {
        var due = value.from(local(turn));
        return value.shift().isEmpty() && due.isBefore(local(turn))
                ? Optional.of(Text.of(TasksText.PASSED).with("due", due))
                : Optional.empty();
    }

    @Override
    public When corrected(When present, When heard) {
        return present.corrected(heard);
    }

    @Override
    public Optional<When> reworded(When present, Contrast contrast) {
        return present.day()
                .flatMap(day -> DaysInShort.ofOtherWeek(day, contrast))
                .map(day -> present.corrected(When.on(day)));
    }
}
