package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.ANSWER;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/** How one form moves on: hears answers, asks for what is missing, submits when nothing is. */
public final class FormFilling {
    private final Form form;

    public FormFilling(Form form) {
        this.form = form;
    }

    /** Opens the form with what the message already says. */
    public void open(Turn turn, Understanding understanding) {
        proceed(turn, hear(turn, OpenForm.begin(form.name(), turn.at()), understanding));
    }

    /** Adds what the message answers. A correction, or a no with something else instead, may replace any answer. */
    OpenForm hear(Turn turn, OpenForm open, Understanding understanding) {
        var filled = open;
        boolean corrects = understanding.acts().stream().anyMatch(act -> act.is(CORRECT) || act.is(DENY));
        for (var slot : form.slots()) {
            boolean asked = open.asked().filter(slot.name()::equals).isPresent();
            boolean known = open.answers().containsKey(slot.name());
            if (asked || corrects || !known) {
                filled = hear(turn, slot, filled, understanding, asked || known);
            }
        }
        return filled;
    }

    private static <T> OpenForm hear(
            Turn turn, Slot<T> slot, OpenForm open, Understanding understanding, boolean asked) {
        return slot.hear(turn, understanding, asked)
                .map(value -> {
                    Optional<Text> objection = slot.objection(turn, value);
                    objection.ifPresent(turn::say);
                    return objection.isPresent() ? open : open.with(slot.name(), Json.MAPPER.valueToTree(value));
                })
                .orElse(open);
    }

    /** Adds what a pressed button answers. */
    void answer(Turn turn, OpenForm open, Heard heard) {
        var value = Json.read(JSONB.valueOf(heard.argument("value").orElseThrow()), JsonNode.class);
        proceed(turn, open.with(heard.argument("slot").orElseThrow(), value));
    }

    /** Asks for the first slot that is missing, or submits. */
    void proceed(Turn turn, OpenForm open) {
        var answers = new Answers(open.answers());
        var missing = form.slots().stream()
                .filter(slot -> !answers.isAnswered(slot) && slot.isNeeded(turn, answers))
                .findFirst();
        if (missing.isPresent()) {
            turn.state(turn.state().with(open.asking(missing.get().name(), turn.at())));
            missing.get().ask(turn, answers);
        } else {
            turn.state(turn.state().withoutForm());
            form.submit(turn, answers);
        }
    }

    /** Offers an answer to a slot, or to pass it over by a value of null. */
    public static void offer(Turn turn, String form, String slot, Text label, JsonNode value) {
        var arguments = Map.of("form", form, "slot", slot, "value", value.toString());
        turn.offer(label, new Action(ANSWER, arguments), Choice.Answer.NEITHER);
    }
}
