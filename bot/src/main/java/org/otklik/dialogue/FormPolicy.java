package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** While a form is open: hears its answers, lets other things be asked in between, and leaves it when told to. */
final class FormPolicy implements Policy {
    /** A form that nobody touched for so long is not meant any more. */
    private static final Duration LIFETIME = Duration.ofHours(24);

    /** What speaks of the form itself, and not of something else. */
    private static final Set<String> ABOUT_THE_FORM = Set.of(AFFIRM, DENY, CORRECT);

    private final Map<String, Form> forms;
    private final IntentPolicy skills;

    FormPolicy(List<Form> forms, IntentPolicy skills) {
        this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
        this.skills = skills;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        var open = open(turn);
        if (open.isEmpty()) {
            return false;
        }
        if (understanding.main().filter(act -> act.is(CANCEL) || act.is(UNDO)).isPresent()) {
            leave(turn);
            return true;
        }
        return fill(turn, form(open.get()), open.get(), understanding);
    }

    /** Puts the open form aside; nothing of it is written. */
    void leave(Turn turn) {
        turn.state(turn.state().leavingForm());
        turn.say(DialogueText.FORM_LEFT);
    }

    /** A pressed button answers the slot that it was offered for. */
    void answer(Turn turn, Heard heard) {
        var open = open(turn).filter(form -> heard.argument("form").equals(Optional.of(form.name())));
        if (open.isPresent()) {
            new FormFilling(form(open.get())).answer(turn, open.get(), heard);
        } else {
            turn.say(DialogueText.STALE_BUTTON);
        }
    }

    /** Asks again for what the open form waits for, after something else was said. */
    void remind(Turn turn) {
        open(turn).ifPresent(open -> new FormFilling(form(open)).proceed(turn, open));
    }

    private static Optional<OpenForm> open(Turn turn) {
        var open = turn.state().form();
        if (open.filter(form -> form.touchedAt().plus(LIFETIME).isBefore(turn.at()))
                .isPresent()) {
            turn.state(turn.state().withoutForm());
            return Optional.empty();
        }
        return open;
    }

    private Form form(OpenForm open) {
        return Optional.ofNullable(forms.get(open.name()))
                .orElseThrow(() -> new IllegalStateException("no form is called " + open.name()));
    }

    private boolean fill(Turn turn, Form form, OpenForm open, Understanding understanding) {
        var filling = new FormFilling(form);
        var filled = filling.hear(turn, open, understanding);
        boolean answered = !filled.answers().equals(open.answers());
        var digressions = understanding.acts().stream()
                .filter(act -> isDigression(form, act, answered) && !IntentPolicy.isAnswer(turn, act))
                .toList();
        boolean objected = turn.hasSpoken();
        if (!answered && !objected && digressions.isEmpty()) {
            return false;
        }
        turn.state(turn.state().missing(0).with(filled));
        digressions.forEach(act -> skills.run(turn, understanding, act));
        if (turn.state().form().filter(now -> now.name().equals(form.name())).isPresent()) {
            filling.proceed(turn, filled);
        }
        return true;
    }

    /** Once an answer was heard, only a sentence of its own is a digression. */
    private boolean isDigression(Form form, Act act, boolean answered) {
        return skills.serves(act.intent())
                && !form.intents().contains(act.intent())
                && !ABOUT_THE_FORM.contains(act.intent())
                && act.isSure()
                && (!answered || act.isSeparate());
    }
}
