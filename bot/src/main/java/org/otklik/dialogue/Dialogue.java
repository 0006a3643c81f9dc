package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.ANSWER;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.FIX;
import static org.otklik.dialogue.DialogueIntents.FROM_STAFF;
import static org.otklik.dialogue.DialogueIntents.GAVE_UP;
import static org.otklik.dialogue.DialogueIntents.HEARD;
import static org.otklik.dialogue.DialogueIntents.LOG;
import static org.otklik.dialogue.DialogueIntents.MEANT;
import static org.otklik.dialogue.DialogueIntents.RESUME;
import static org.otklik.dialogue.DialogueIntents.SIGN_IN;
import static org.otklik.dialogue.DialogueIntents.TO_STAFF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Authentication;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Json;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.conversation.TurnHandler;
import org.otklik.i18n.Language;
import org.otklik.nlu.Act;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/** What happens in a turn: the message is understood, then the policies are asked in their order. */
public final class Dialogue implements TurnHandler {
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^[^.!?\\d]+[.!]+\\s+(?=\\p{L})");
    private static final Pattern WORD = Pattern.compile("(?<!\\S)\\p{L}+(?:['’]\\p{L}+)?(?=[\\s,.!?]|$)");
    private static final int FEW_WORDS = 3;
    /** Nobody tells a bot more at once. The message keeps its whole text. */
    private static final int LONGEST_HEARD = 16_000;

    private static final String CASES = "cases.";

    private final Phrases commands = new Phrases("case-commands");

    private final Understander understander;
    private final IntentPolicy skills;
    private final FormPolicy forms;
    private final Edits edits;
    private final StaffLetters letters;
    private final Obeying obeying;
    private final DoubtPolicy doubts;
    private final TakingBackWords takingBack = new TakingBackWords();
    private final List<Attentive> attentive;
    private final List<Policy> policies;
    private final List<Admission> admissions;
    private final List<Preparation> preparations;
    private final List<Aftermath> aftermaths;

    /**
     * @param admissions in the order in which they look at a message; one that does not admit it has the last word
     * @param preparations in the order in which they look at what was understood
     * @param aftermaths what is looked to after each turn that has changed records
     */
    public Dialogue(
            Understander understander,
            List<Skill> skills,
            List<Form> forms,
            List<Admission> admissions,
            List<Preparation> preparations,
            List<Aftermath> aftermaths,
            AccessRules access) {
        this.understander = understander;
        this.admissions = List.copyOf(admissions);
        this.preparations = List.copyOf(preparations);
        this.aftermaths = List.copyOf(aftermaths);
        var entries = new Entries(forms);
        var corrections = new CorrectionPolicy(entries, understander);
        var all = Stream.concat(skills.stream(), Stream.of(new Corrections(corrections)))
                .toList();
        this.skills = new IntentPolicy(all, forms, access);
        this.forms = new FormPolicy(forms, this.skills);
        this.edits = new Edits(entries, this.skills, new EditedAnswers(forms, understander));
        this.letters = new StaffLetters(understander, this.skills);
        this.attentive = skills.stream()
                .filter(Attentive.class::isInstance)
                .map(Attentive.class::cast)
                .toList();
        var stopping = new StopPolicy(this.skills);
        this.obeying = new Obeying(understander, this.skills, stopping, this);
        this.doubts = new DoubtPolicy(understander, this.skills, access);
        this.policies = List.of(
                stopping,
                this.forms,
                new SpokenOfPolicy(this.forms),
                new TakingBackPolicy(entries, this.skills, takingBack),
                corrections,
                new FollowUpPolicy(understander, this.skills),
                doubts,
                this.skills,
                this::claimBesideForm,
                new FallbackPolicy(this.skills, this.forms));
    }

    @Override
    public void handle(Turn turn) {
        if (admissions.stream().allMatch(admission -> admission.admits(turn))) {
            answer(turn);
            forms.advance(turn);
            for (var words = turn.next(); words.isPresent(); words = turn.next()) {
                readOn(turn, words.get());
                forms.advance(turn);
            }
            Cards.close(turn);
            Unfetched.tell(turn);
            if (turn.hasWritten()) {
                aftermaths.forEach(aftermath -> aftermath.after(turn));
            }
        }
    }

    private void answer(Turn turn) {
        var code = turn.message().code();
        var press = turn.message().press();
        if (code.isPresent()) {
            run(turn, SIGN_IN, Map.of("code", code.get()));
        } else if (obeying.isForBot(turn)) {
            read(turn);
        } else if (turn.conversation().owner() != Owner.BOT) {
            understandLanguage(turn);
            run(turn, TO_STAFF, Map.of());
        } else if (press.isEmpty()
                && turn.speaker().isStaff()
                && turn.state().relay().isPresent()
                && !isCommand(turn)) {
            run(turn, FROM_STAFF, Map.of());
        } else if (press.isPresent()) {
            Choices.pressed(turn, press.get())
                    .ifPresentOrElse(
                            choice -> press(turn, choice, Optional.empty()), () -> turn.say(DialogueText.STALE_BUTTON));
        } else {
            read(turn);
        }
    }

    /** "Close the case": who answers a visitor writes to him, but for what is said to the bot beyond doubt. */
    private boolean isCommand(Turn turn) {
        var text = turn.message().text();
        return commands.opening(text).isPresent()
                && understander
                        .understand(text, turn.message().sentAt(), turn.language(), true)
                        .main()
                        .filter(act -> act.isSure() && act.intent().startsWith(CASES))
                        .isPresent();
    }

    @Override
    public void giveUp(Turn turn) {
        if (turn.message().letter().filter(Dialogue::mayBeNobodys).isPresent()) {
            turn.keepSilent();
        }
        run(turn, GAVE_UP, Map.of());
    }

    private static boolean mayBeNobodys(Letter letter) {
        return letter.automatic().isPresent() || letter.authentication() != Authentication.PASSED;
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
        var words = heard(turn);
        var commands = letters.commands(turn, words);
        if (commands.size() == 1) {
            read(turn, words);
        } else {
            letters.each(turn, commands, command -> read(turn, command));
        }
    }

    private void read(Turn turn, String text) {
        if (!obeying.handle(turn, text)) {
            hear(turn, text);
        }
    }

    /** Deals with words that are no command. */
    void hear(Turn turn, String text) {
        var understood = understander.understand(
                text, turn.earlier().saidAt(), turn.language(), turn.speaker().isStaff());
        var understanding = skills.asMeant(turn, understood);
        turn.understood(Json.write(understanding));
        understanding
                .language()
                .filter(language -> isEvidence(turn, text))
                .ifPresent(language -> speak(turn, language));
        if (edits.handle(turn, understanding)) {
            return;
        }
        var meant = Choices.typed(turn, text)
                .or(() -> Choices.implied(turn, understanding))
                .or(() -> answered(turn, understanding));
        if (meant.isPresent()) {
            press(turn, meant.get(), Optional.of(understanding));
            goOn(turn, understanding.text());
            return;
        }
        var prepared = SpokenOfPolicy.wanted(prepared(turn, understanding));
        if (isClaimed(turn, prepared)) {
            turn.state(turn.state().missing(0));
        } else {
            boolean hasWords = understanding.language().isPresent()
                    || !understanding.entities().isEmpty();
            if (hasWords || !prepared.equals(understanding)) {
                decide(turn, prepared);
            } else {
                readWithoutWords(turn, understanding);
            }
        }
    }

    /** "I see. Then I'll send 2500 on Wednesday": who answers, and then says something else, is heard to the end. */
    private void goOn(Turn turn, String text) {
        var rest = FIRST_SENTENCE.matcher(text).replaceFirst("");
        if (rest.equals(text) || turn.state().form().isPresent()) {
            return;
        }
        var more = understander.understand(
                rest, turn.message().sentAt(), turn.language(), turn.speaker().isStaff());
        var told = more.acts().stream()
                .filter(act -> act.isSure() && !act.entities().isEmpty() && skills.opensForm(act))
                .toList();
        if (!told.isEmpty()) {
            skills.handle(turn, skills.asMeant(turn, prepared(turn, more.with(told))));
        }
    }

    /** That it was to be logged is done by now. */
    private void readOn(Turn turn, String words) {
        var understanding = prepared(
                turn,
                understander.understand(
                        words,
                        turn.message().sentAt(),
                        turn.language(),
                        turn.speaker().isStaff()));
        skills.handle(
                turn,
                understanding.with(understanding.acts().stream()
                        .filter(act -> !act.is(LOG))
                        .toList()));
    }

    private String heard(Turn turn) {
        var words = letters.words(turn, beginning(turn.message().said()));
        for (var preparation : preparations) {
            words = preparation.heard(turn, words);
        }
        return words;
    }

    /** Half a character could not be stored with what was understood. */
    private static String beginning(String said) {
        int end = Math.min(said.length(), LONGEST_HEARD);
        boolean isWithin = end > 0 && Character.isHighSurrogate(said.charAt(end - 1));
        return said.substring(0, isWithin ? end - 1 : end);
    }

    private Understanding prepared(Turn turn, Understanding understanding) {
        var prepared = understanding;
        for (var preparation : preparations) {
            prepared = preparation.prepare(turn, prepared);
        }
        return prepared;
    }

    /** An open form is heard first, but for what no form could take. */
    private boolean isClaimed(Turn turn, Understanding understanding) {
        var open = turn.state().form();
        boolean isClaimed = attentive.stream()
                .filter(skill -> open.isEmpty() || skill.looksIntoForms())
                .anyMatch(skill -> skill.claim(turn, understanding));
        if (isClaimed && open.isPresent() && turn.state().form().equals(open)) {
            forms.remind(turn);
        }
        return isClaimed;
    }

    /** What neither the open form nor anything else knows of is heard by who listens to every message. */
    private boolean claimBesideForm(Turn turn, Understanding understanding) {
        boolean isClaimed = turn.state().form().isPresent()
                && attentive.stream().anyMatch(skill -> skill.claim(turn, understanding));
        if (isClaimed) {
            forms.remind(turn);
        }
        return isClaimed;
    }

    /** A bare number may be what a form has asked for. */
    private void readWithoutWords(Turn turn, Understanding understanding) {
        if (!forms.handle(turn, understanding)) {
            Wordless.answer(turn, understanding);
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

    /** Yes or no in words, to a question that the last reply asked. A no with something else instead is a correction. */
    private Optional<Choice> answered(Turn turn, Understanding understanding) {
        return understander
                .yesOrNo(understanding)
                .flatMap(intent -> Choices.standingFor(turn, intent.equals(AFFIRM) ? Answer.YES : Answer.NO))
                .filter(choice -> !choice.action().intent().equals(FIX) || saysOnlyNo(turn, understanding));
    }

    /** Whether nothing tells yet what is wrong, and what is to be done about it. */
    private boolean saysOnlyNo(Turn turn, Understanding understanding) {
        return !understander.namesValue(understanding, turn.language())
                && understanding.acts().stream().noneMatch(act -> act.is(CORRECT))
                && takingBack.in(understanding).isEmpty()
                && Contrast.in(understanding.text()).isEmpty();
    }

    /** Asks again for what an open form waits for. */
    void remind(Turn turn) {
        forms.remind(turn);
    }

    /** Does what a button would do. */
    void press(Turn turn, Action action) {
        press(turn, new Choice("", action, Answer.NEITHER), Optional.empty());
    }

    private void press(Turn turn, Choice choice, Optional<Understanding> words) {
        var act = Act.pressed(choice.action().intent());
        var whole = words.map(said -> Choices.besides(choice, said)).orElse(Understanding.pressed(act));
        var heard = new Heard(whole.text(), act, whole, choice.action().arguments());
        turn.state(turn.state().missing(0).offering(List.of()));
        if (act.is(HEARD)) {
            SaidAloud.in(turn, heard)
                    .ifPresentOrElse(said -> read(turn, said), () -> turn.say(DialogueText.STALE_BUTTON));
        } else if (act.is(ANSWER)) {
            forms.answer(turn, heard);
        } else if (act.is(CANCEL) && turn.state().form().isPresent()) {
            forms.leave(turn);
        } else if (act.is(RESUME)) {
            forms.resume(turn);
        } else if (act.is(MEANT)) {
            doubts.settle(turn, heard);
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
        var open = turn.state().form();
        for (var policy : policies) {
            if (policy.handle(turn, understanding)) {
                if (policy == skills && turn.state().form().equals(open)) {
                    // Something else was said: what the form has asked for is still missing.
                    forms.remind(turn);
                }
                break;
            }
        }
        if (misses > 0 && turn.state().misses() == misses) {
            turn.state(turn.state().missing(0));
        }
    }
}
