package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.ANSWER;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.JSONB;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** How one form moves on: hears answers, asks for what is missing, submits when nothing is. */
public final class FormFilling {
    private final Form form;

    public FormFilling(Form form) {
        this.form = form;
    }

    /** Opens the form with what the message already says. */
    public void open(Turn turn, Understanding understanding) {
        open(turn, understanding, Map.of());
    }

    /**
     * Opens the form with what the message already says. What is complete is written at once; what is not waits while another
     * form is open.
     *
     * @param hints what is known of slots without being their answer, by slot
     */
    public void open(Turn turn, Understanding understanding, Map<String, String> hints) {
        var obstacle = form.obstacle(turn);
        if (obstacle.isPresent()) {
            turn.say(obstacle.get());
            return;
        }
        var begun = OpenForm.begin(form.name(), turn.at());
        for (var hint : hints.entrySet()) {
            begun = begun.hinting(hint.getKey(), hint.getValue());
        }
        var heard = recall(turn, introduced(turn, hear(turn, begun, understanding)));
        boolean waits = turn.state().form().filter(open -> !isAskedAnew(open)).isPresent();
        if (waits && missing(turn, heard).isPresent()) {
            boolean isFirst = turn.state().forms().waiting().isEmpty();
            turn.state(turn.state().queueing(heard));
            if (isFirst) {
                turn.say(DialogueText.COMES_NEXT);
            }
            form.noted(turn, Answers.of(heard)).ifPresent(turn::say);
        } else {
            proceed(turn, heard);
        }
    }

    /** What somebody has told of themselves for another form need not be told again. */
    private OpenForm introduced(Turn turn, OpenForm open) {
        var filled = open;
        for (var slot : form.slots()) {
            if (slot.isOfSpeaker() && !filled.answers().containsKey(slot.name())) {
                for (var other : turn.state().forms().begun()) {
                    var told = other.answers().get(slot.name());
                    filled = told == null ? filled : filled.with(slot.name(), told);
                }
            }
        }
        return filled;
    }

    /** What only asks for something takes the place of the same question before, and so does what nothing is known of yet. */
    private boolean isAskedAnew(OpenForm open) {
        return open.name().equals(form.name())
                && (!(form instanceof EntryForm) || open.answers().isEmpty());
    }

    /** Adds what the message answers. A correction, or a no with something else instead, may replace any answer. */
    OpenForm hear(Turn turn, OpenForm open, Understanding understanding) {
        var filled = open;
        boolean corrects = !isPlainAnswer(turn, open, understanding)
                && understanding.acts().stream()
                        .anyMatch(act -> (act.is(CORRECT) && !isBesideAnswer(turn, open, understanding, act))
                                || act.is(DENY)
                                || isToldAgain(act, understanding));
        boolean isAnotherDoubted = false;
        for (var slot : form.slots()) {
            boolean asked = open.asked().filter(slot.name()::equals).isPresent();
            boolean known = open.answers().containsKey(slot.name());
            boolean isDoubted = form.slots().stream()
                    .filter(other -> open.asked().filter(other.name()::equals).isPresent())
                    .anyMatch(other -> other.doubts(slot.name()));
            if (asked || corrects || !known || isDoubted) {
                var before = filled.answers().get(slot.name());
                filled = hear(turn, slot, filled, understanding, asked || known);
                isAnotherDoubted |=
                        isDoubted && !Objects.equals(before, filled.answers().get(slot.name()));
            }
        }
        // What was asked was asked of the value that was doubted, and not of another in its place.
        return isAnotherDoubted ? open.asked().map(filled::without).orElse(filled) : filled;
    }

    /** Nothing but a value of the kind that is asked for corrects nothing, whatever the classifier makes of a bare day. */
    private boolean isPlainAnswer(Turn turn, OpenForm open, Understanding understanding) {
        return !understanding.entities().isEmpty()
                && understanding.isOnly(understanding.entities().stream().map(Entity::span))
                && form.slots().stream()
                        .filter(slot -> open.asked().filter(slot.name()::equals).isPresent())
                        .anyMatch(slot -> slot.hear(turn, understanding, true).isPresent());
    }

    /** What tells plainly what was asked for, and may be a correction at most, adds to the answer: "Ann Lee, I live at 300, Mill Lane". */
    private boolean isBesideAnswer(Turn turn, OpenForm open, Understanding understanding, Act act) {
        return !act.isSure()
                && act.rejected().isEmpty()
                && form.slots().stream()
                        .filter(slot -> open.asked().filter(slot.name()::equals).isPresent())
                        .filter(slot -> !open.answers().containsKey(slot.name()))
                        .anyMatch(slot -> slot.hear(turn, understanding, false).isPresent());
    }

    /** Who tells the whole once more means what is said now. */
    private boolean isToldAgain(Act act, Understanding understanding) {
        return form.intents().contains(act.intent()) && act.isSure() && !act.isBare(understanding.text());
    }

    private static <T> OpenForm hear(
            Turn turn, Slot<T> slot, OpenForm open, Understanding understanding, boolean asked) {
        var value = slot.hear(turn, understanding, asked);
        if (value.isEmpty()) {
            return slot.hint(turn, understanding)
                    .map(words -> open.hinting(slot.name(), words))
                    .orElse(open);
        }
        Optional<Text> objection = slot.objection(turn, value.get(), Answers.of(open));
        objection.ifPresent(turn::say);
        return objection.isPresent()
                ? open.without(slot.name()).refusing(slot.name())
                : open.with(slot.name(), Json.MAPPER.valueToTree(value.get()));
    }

    /** Adds what a pressed button answers. */
    void answer(Turn turn, OpenForm open, Heard heard) {
        var answers = Json.read(JSONB.valueOf(heard.argument("answers").orElseThrow()), ObjectNode.class);
        var filled = open;
        for (var answer : answers.properties()) {
            filled = filled.with(answer.getKey(), answer.getValue());
        }
        // "No, 300": what is said beside the answer counts as well.
        boolean saysMore = !heard.whole().entities().isEmpty()
                && (heard.whole().acts().stream().anyMatch(act -> act.is(AFFIRM) || act.is(DENY) || act.is(CORRECT))
                        || form.slots().stream().anyMatch(slot -> slot.isAnswer(heard.whole())));
        proceed(turn, saysMore ? hear(turn, filled, heard.whole()) : filled);
    }

    /** Asks for the first slot that is missing, or submits. */
    void proceed(Turn turn, OpenForm open) {
        goOn(turn, recall(turn, open));
    }

    /** Asks again after something else was said: who was only spoken of meanwhile is not who was meant, who was added may be. */
    void remind(Turn turn, OpenForm open) {
        goOn(turn, turn.hasWritten() ? recall(turn, open) : open);
    }

    private void goOn(Turn turn, OpenForm known) {
        var missing = missing(turn, known);
        if (missing.isPresent()) {
            turn.state(turn.state().with(known.asking(missing.get().name(), turn.at())));
            form.noted(turn, Answers.of(known)).ifPresent(turn::say);
            missing.get().ask(turn, Answers.of(known));
            if (turn.speaker().isStaff()) {
                UnfinishedReminder.schedule(turn);
            }
        } else {
            if (turn.state()
                    .form()
                    .filter(now -> now.name().equals(form.name()))
                    .isPresent()) {
                turn.state(turn.state().withoutForm());
            }
            finish(turn, known);
        }
    }

    private void finish(Turn turn, OpenForm open) {
        var answers = Answers.of(open);
        if (open.amends().isPresent() && form instanceof EntryForm entries) {
            amend(turn, entries, open.amends().get(), answers);
        } else {
            form.submit(turn, answers);
        }
    }

    private static void amend(Turn turn, EntryForm form, Entry entry, Answers answers) {
        form.amend(turn, entry.row(), answers);
        turn.wrote(entry.corrected(answers.values()));
        if (answers.values().entrySet().containsAll(entry.answers().entrySet())) {
            // Nothing was wrong: what was missing has been added.
            turn.say(form.told(turn, answers));
            return;
        }
        turn.say(Text.of(DialogueText.CORRECTED)
                .with("now", form.told(turn, answers))
                .with("before", form.told(turn, new Answers(entry.answers(), Map.of()))));
        form.amended(turn, entry.row(), answers);
    }

    private Optional<Slot<?>> missing(Turn turn, OpenForm open) {
        var answers = Answers.of(open);
        return form.slots().stream()
                .filter(slot -> !answers.isAnswered(slot))
                .filter(slot -> answers.wasRefused(slot) || slot.isNeeded(turn, answers))
                .findFirst();
    }

    /** Answers slots from what was hinted at, as far as it can be told by now. */
    private OpenForm recall(Turn turn, OpenForm open) {
        var filled = open;
        for (var slot : form.slots()) {
            var hint = open.hints().get(slot.name());
            if (hint != null && !open.answers().containsKey(slot.name())) {
                filled = recall(turn, slot, filled, hint);
            }
        }
        return filled;
    }

    private static <T> OpenForm recall(Turn turn, Slot<T> slot, OpenForm open, String hint) {
        return slot.recall(turn, hint)
                .map(value -> open.with(slot.name(), Json.MAPPER.valueToTree(value)))
                .orElse(open);
    }

    /** Offers an answer to a slot, or to pass it over by a value of null. */
    public static void offer(Turn turn, String form, String slot, Text label, JsonNode value) {
        turn.offer(label, answering(form, slot, value), Choice.Answer.NEITHER);
    }

    /** Offers answers to several slots at once, which a yes or a no in words may choose as well. */
    public static void offer(Turn turn, String form, Map<String, JsonNode> answers, Text label, Choice.Answer answer) {
        turn.offer(label, answering(form, answers), answer);
    }

    /** What a button asks for that answers a slot. */
    static Action answering(String form, String slot, JsonNode value) {
        return answering(form, Map.of(slot, value));
    }

    private static Action answering(String form, Map<String, JsonNode> answers) {
        return new Action(
                ANSWER, Map.of("form", form, "answers", Json.write(answers).data()));
    }
}
