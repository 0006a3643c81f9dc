package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;
import static org.otklik.dialogue.DialogueIntents.RESUME;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.conversation.Action;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** While a form is open: hears its answers, lets other things be asked in between, and leaves it when told to. */
final class FormPolicy implements Policy {
    /** A form that nobody touched for so long is not meant any more. */
    private static final Duration LIFETIME = Duration.ofHours(24);

    /** What speaks of the form itself, and not of something else. */
    private static final Set<String> ABOUT_THE_FORM = Set.of(AFFIRM, DENY, CORRECT);

    /** What names people and addresses for its own purpose. */
    private static final Set<String> OF_DATA = Set.of("privacy.export", "privacy.erase");

    /** For so long a form that was left can go on. */
    private static final Duration DRAFT = Duration.ofMinutes(30);

    private final Map<String, Form> forms;
    private final IntentPolicy skills;
    private final Phrases goesOn = new Phrases("go-on");

    FormPolicy(List<Form> forms, IntentPolicy skills) {
        this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
        this.skills = skills;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        var open = open(turn);
        if (open.isEmpty()) {
            return resumed(turn, understanding);
        }
        if (understanding
                .main()
                .filter(act -> (act.is(CANCEL) || act.is(UNDO)) && act.mood().isReal())
                .isPresent()) {
            leave(turn);
            goOn(turn, open.get(), understanding);
            return true;
        }
        if (startsAnew(turn, open.get(), understanding)) {
            return false;
        }
        return fill(turn, open.get(), understanding);
    }

    /** Puts the open form aside; nothing of it is written. */
    void leave(Turn turn) {
        turn.state(turn.state().leavingForm());
        turn.say(DialogueText.FORM_LEFT);
        turn.offer(DialogueText.GO_ON, Action.of(RESUME));
    }

    /** "Forget it, your volunteer shouted at me": who leaves off may say why, or what they want instead. */
    private void goOn(Turn turn, OpenForm left, Understanding understanding) {
        understanding.acts().stream()
                .skip(1)
                .filter(act -> act.mood().isReal() && isDigression(form(left), act, true))
                .forEach(act -> skills.run(turn, understanding, act));
    }

    /** Takes up the form that was left. */
    void resume(Turn turn) {
        draft(turn)
                .ifPresentOrElse(
                        draft -> new FormFilling(form(draft)).proceed(turn, draft),
                        () -> turn.say(DialogueText.STALE_BUTTON));
    }

    /** What follows the wish to go on may answer what was asked; else it is asked again. */
    private boolean resumed(Turn turn, Understanding understanding) {
        var draft = goesOn.isIn(understanding.text()) ? draft(turn) : Optional.<OpenForm>empty();
        draft.ifPresent(left -> {
            var filling = new FormFilling(form(left));
            filling.proceed(turn, filling.hear(turn, left, understanding));
        });
        return draft.isPresent();
    }

    /** Staff tell the next thing without having answered: what names somebody there is no answer to the question. */
    private boolean startsAnew(Turn turn, OpenForm open, Understanding understanding) {
        return turn.speaker().isStaff()
                && !answersAsked(turn, open, understanding)
                && understanding
                        .main()
                        .filter(act -> act.isSure()
                                && !isSpokenOf(act)
                                && skills.isStaffs(act.intent())
                                && !act.isBare(understanding.text()))
                        .filter(act -> !form(open).intents().contains(act.intent())
                                || saysMore(turn, open, understanding.only(act)))
                        .isPresent();
    }

    /** What names nothing, and is what was asked for, is the answer, whatever else its words may stand for. */
    private boolean answersAsked(Turn turn, OpenForm open, Understanding understanding) {
        return form(open).slots().stream()
                .filter(slot -> open.asked().filter(slot.name()::equals).isPresent())
                .filter(slot -> slot.isAnswer(understanding)
                        || (isChosen(slot.type()) && understanding.entities().isEmpty()))
                .anyMatch(slot -> slot.hear(turn, understanding, true).isPresent()
                        || slot.hint(turn, understanding).isPresent()
                        || form(open).slots().stream()
                                .filter(other -> slot.doubts(other.name()))
                                .anyMatch(other ->
                                        other.hear(turn, understanding, true).isPresent()));
    }

    /** Whether answers are told apart by what they say: anything said would answer a question for words. */
    private static boolean isChosen(Class<?> type) {
        return type.isEnum() || type.equals(Boolean.class);
    }

    /** Whether the same kind of thing is told of something else: it contradicts what is known already. */
    private boolean saysMore(Turn turn, OpenForm open, Understanding understanding) {
        var filling = new FormFilling(form(open));
        var fresh = filling.hear(turn, OpenForm.begin(open.name(), turn.at()), understanding);
        return fresh.answers().entrySet().stream()
                .anyMatch(answer -> open.answers().containsKey(answer.getKey())
                        && !answer.getValue().equals(open.answers().get(answer.getKey())));
    }

    private static Optional<OpenForm> draft(Turn turn) {
        return turn.state()
                .forms()
                .draft()
                .filter(left -> left.touchedAt().plus(DRAFT).isAfter(turn.at()));
    }

    /** A correction that the open form knows nothing of may be meant for one that waits: that one goes on. */
    private boolean correctsWaiting(Turn turn, Understanding understanding) {
        if (understanding.main().filter(act -> act.is(CORRECT)).isEmpty()) {
            return false;
        }
        for (var waiting : turn.state().forms().waiting()) {
            var filling = new FormFilling(form(waiting));
            var corrected = filling.hear(turn, waiting, understanding);
            if (!corrected.answers().equals(waiting.answers())) {
                turn.state(turn.state().missing(0).takingUp(waiting, corrected));
                filling.proceed(turn, corrected);
                return true;
            }
        }
        return false;
    }

    /** Takes up the forms that wait, one after the other, as far as they can be filled in. */
    void advance(Turn turn) {
        while (turn.state().form().isEmpty() && !turn.state().forms().waiting().isEmpty()) {
            var waiting = turn.state().forms().waiting();
            turn.state(turn.state().waitingFor(waiting.subList(1, waiting.size())));
            new FormFilling(form(waiting.getFirst())).proceed(turn, waiting.getFirst());
        }
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
        if (!turn.isHandedOver()) {
            open(turn).ifPresent(open -> new FormFilling(form(open)).remind(turn, open));
        }
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

    /** Returns false when nothing that was said is for the form, or may be asked in between. */
    private boolean fill(Turn turn, OpenForm open, Understanding understanding) {
        var form = form(open);
        var filling = new FormFilling(form);
        var filled = isOfData(understanding) ? open : filling.hear(turn, open, understanding);
        boolean isAnswered = !filled.answers().equals(open.answers());
        // What has been said by now objects to an answer.
        boolean isHeard = isAnswered || turn.hasSpoken();
        boolean isToThePoint = isAnswered || answersAsked(turn, open, understanding);
        var digressions = understanding.acts().stream()
                .filter(act -> isDigression(form, act, isToThePoint) && !IntentPolicy.isAnswer(turn, act))
                // Nothing but a number is an answer, if a wrong one.
                .filter(act -> !act.isBare(understanding.text()))
                .toList();
        boolean isAbout = isHeard || !digressions.isEmpty() || isHinted(open, filled);
        if (isAbout) {
            turn.state(turn.state().missing(0).with(filled));
        } else if (correctsWaiting(turn, understanding)) {
            return true;
        }
        // Nothing sure was said: what may be meant is for the next policy, and the form makes room for that, too.
        var wishes = isAbout ? digressions : understanding.acts();
        if (!isHeard && wishes.stream().anyMatch(act -> !isSpokenOf(act) && skills.opensForm(act))) {
            turn.state(turn.state().parkingForm());
        }
        digressions.forEach(act -> skills.run(turn, understanding, act));
        // What was asked for in between may have led to the same form, and then the question is asked already.
        boolean isStillOpen = turn.state().form().equals(Optional.of(filled));
        if (isAbout && isStillOpen && !turn.isHandedOver()) {
            filling.proceed(turn, filled);
        }
        return isAbout;
    }

    /** "What do you hold about anna@example.org?": the address is not an answer to where somebody can be reached. */
    private static boolean isOfData(Understanding understanding) {
        return understanding
                .main()
                .filter(act -> act.isSure() && OF_DATA.contains(act.intent()))
                .isPresent();
    }

    /** "Which Anna?" is answered by a name that nobody has, too: it is asked on from there. */
    private static boolean isHinted(OpenForm open, OpenForm filled) {
        return open.asked()
                .filter(slot ->
                        !Objects.equals(open.hints().get(slot), filled.hints().get(slot)))
                .isPresent();
    }

    /** What wants nothing done is for {@link SpokenOfPolicy}. */
    private static boolean isSpokenOf(Act act) {
        return act.mood() == Mood.SPOKEN_OF;
    }

    /** Once an answer was heard, only a sentence of its own is a digression. */
    private boolean isDigression(Form form, Act act, boolean answered) {
        return skills.serves(act.intent())
                && !isSpokenOf(act)
                && !form.intents().contains(act.intent())
                && !ABOUT_THE_FORM.contains(act.intent())
                && act.isSure()
                && (!answered || act.isSeparate());
    }
}
