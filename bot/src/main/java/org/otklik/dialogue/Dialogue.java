package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.ANSWER;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.DENY;
import static org.otklik.dialogue.DialogueIntents.FROM_STAFF;
import static org.otklik.dialogue.DialogueIntents.GAVE_UP;
import static org.otklik.dialogue.DialogueIntents.SIGN_IN;
import static org.otklik.dialogue.DialogueIntents.TO_STAFF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Json;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.conversation.TurnHandler;
import org.otklik.i18n.Language;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/** What happens in a turn: the message is understood, then the policies are asked in their order. */
public final class Dialogue implements TurnHandler {
    private static final Pattern WORD = Pattern.compile("(?<!\\S)\\p{L}+(?=[\\s,.!?]|$)");
    private static final int FEW_WORDS = 3;

    private final Understander understander;
    private final IntentPolicy skills;
    private final FormPolicy forms;
    private final List<Policy> policies;

    public Dialogue(Understander understander, List<Skill> skills, List<Form> forms, AccessRules access) {
        this.understander = understander;
        this.skills = new IntentPolicy(skills, forms, access);
        this.forms = new FormPolicy(forms, this.skills);
        this.policies = List.of(
                new StopPolicy(this.skills), this.forms, this.skills, new FallbackPolicy(this.skills, this.forms));
    }

    @Override
    public void handle(Turn turn) {
        var code = turn.message().code();
        var press = turn.message().press();
        if (code.isPresent()) {
            run(turn, SIGN_IN, Map.of("code", code.get()));
        } else if (turn.conversation().owner() != Owner.BOT) {
            understandLanguage(turn);
            run(turn, TO_STAFF, Map.of());
        } else if (press.isEmpty()
                && turn.speaker().isStaff()
                && turn.state().relay().isPresent()) {
            run(turn, FROM_STAFF, Map.of());
        } else if (press.isPresent()) {
            Choices.pressed(turn, press.get())
                    .ifPresentOrElse(
                            choice -> press(turn, choice, Optional.empty()), () -> turn.say(DialogueText.STALE_BUTTON));
        } else {
            read(turn);
        }
    }

    @Override
    public void giveUp(Turn turn) {
        run(turn, GAVE_UP, Map.of());
    }

    private void run(Turn turn, String intent, Map<String, String> arguments) {
        var act = Act.pressed(intent);
        skills.run(turn, new Heard("", act, Understanding.pressed(act), arguments));
    }

    /** A person answers; the bot only notes which language the message is in. */
    private void understandLanguage(Turn turn) {
        understander
                .language(turn.message().text())
                .ifPresent(language -> turn.state(turn.state().speaking(language)));
    }

    private void read(Turn turn) {
        var text = turn.message().text();
        var understanding = understander.understand(
                text, turn.message().sentAt(), turn.language(), turn.speaker().isStaff());
        turn.understood(Json.write(understanding));
        understanding
                .language()
                .filter(language -> isEvidence(turn, text))
                .ifPresent(language -> speak(turn, language));
        var meant = Choices.typed(turn, text).or(() -> answered(turn, understanding));
        if (meant.isPresent()) {
            press(turn, meant.get(), Optional.of(understanding));
        } else if (understanding.language().isEmpty()
                && understanding.entities().isEmpty()) {
            readWithoutWords(turn, understanding);
        } else {
            decide(turn, understanding);
        }
    }

    /** A bare number may be what a form has asked for. */
    private void readWithoutWords(Turn turn, Understanding understanding) {
        if (!forms.handle(turn, understanding)) {
            turn.say(DialogueText.NO_WORDS);
            forms.remind(turn);
        }
    }

    /** A name or an address that a form has asked for tells nothing about the language that somebody speaks. */
    private static boolean isEvidence(Turn turn, String text) {
        return turn.state().form().isEmpty() || WORD.matcher(text).results().count() > FEW_WORDS;
    }

    /** A language that was asked for holds, whatever the message is written in. */
    private static void speak(Turn turn, Language language) {
        turn.state(turn.state().speaking(language));
        turn.speak(turn.state().asked().orElse(language));
    }

    /** Yes or no in words, to a question that the last reply asked. */
    private static Optional<Choice> answered(Turn turn, Understanding understanding) {
        return understanding.main().flatMap(act -> switch (act.intent()) {
            case AFFIRM -> Choices.standingFor(turn, Answer.YES);
            case DENY -> Choices.standingFor(turn, Answer.NO);
            default -> Optional.empty();
        });
    }

    private void press(Turn turn, Choice choice, Optional<Understanding> words) {
        var act = Act.pressed(choice.action().intent());
        var whole = words.orElse(Understanding.pressed(act));
        var heard = new Heard(whole.text(), act, whole, choice.action().arguments());
        turn.state(turn.state().missing(0).offering(List.of()));
        if (act.is(ANSWER)) {
            forms.answer(turn, heard);
        } else if (act.is(CANCEL) && turn.state().form().isPresent()) {
            forms.leave(turn);
        } else {
            var open = turn.state().form();
            skills.run(turn, heard);
            if (turn.state().form().equals(open)) {
                forms.remind(turn);
            }
        }
    }

    private void decide(Turn turn, Understanding understanding) {
        int misses = turn.state().misses();
        for (var policy : policies) {
            if (policy.handle(turn, understanding)) {
                break;
            }
        }
        if (misses > 0 && turn.state().misses() == misses) {
            turn.state(turn.state().missing(0));
        }
    }
}
