package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.ASK;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.COMPLETE;
import static org.otklik.dialogue.DialogueIntents.INTRODUCE;
import static org.otklik.dialogue.DialogueIntents.OWN;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** Gives each act of a message to the skill or the form that serves its intent. */
final class IntentPolicy implements Policy {
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    /** What is told with how it was done, or why. */
    private static final String CONVERSATION = "conversation.";

    private static final Set<String> DONE = Set.of(COMPLETE, "deals.move");

    private final Map<String, Skill> skills = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();
    /** What means another intent when a colleague says it. */
    private final Map<String, String> ofStaff = new HashMap<>();

    private final AccessRules access;

    IntentPolicy(List<Skill> skills, List<Form> forms, AccessRules access) {
        skills.forEach(skill -> skill.intents().forEach(intent -> this.skills.put(intent, skill)));
        forms.forEach(form -> form.intents().forEach(intent -> this.forms.put(intent, form)));
        forms.forEach(form -> form.intentsOfStaff()
                .forEach(intent -> ofStaff.put(intent, form.intents().iterator().next())));
        this.access = access;
    }

    /**
     * What a colleague says of giving is about somebody else's gift, and so on; and to leave off, while nothing is open, means what
     * was written just now.
     */
    Understanding asMeant(Turn turn, Understanding understanding) {
        boolean takesBack = turn.state().form().isEmpty() && hasJustWritten(turn);
        return understanding.with(understanding.acts().stream()
                .map(act -> takesBack && act.is(CANCEL) ? act.as(UNDO) : act)
                .map(act -> turn.speaker().isStaff() ? act.as(ofStaff.getOrDefault(act.intent(), act.intent())) : act)
                .toList());
    }

    private static boolean hasJustWritten(Turn turn) {
        return turn.state().written().stream()
                .anyMatch(past -> past.at().plus(JUST_NOW).isAfter(turn.at()));
    }

    /** The form that an intent opens. */
    Optional<Form> form(String intent) {
        return Optional.ofNullable(forms.get(intent));
    }

    boolean opensForm(Act act) {
        return forms.containsKey(act.intent());
    }

    /** Whether only staff can mean it, and something serves it. */
    boolean isStaffs(String intent) {
        return serves(intent) && !access.mayUse(intent, Optional.empty());
    }

    boolean serves(String intent) {
        return skill(intent).isPresent() || forms.containsKey(intent);
    }

    private Optional<Skill> skill(String intent) {
        return Optional.ofNullable(skills.get(intent.startsWith(OWN) ? OWN : intent));
    }

    /** Whether both are for the same form. */
    boolean isSame(String intent, String other) {
        return forms.containsKey(intent)
                && Objects.equals(form(ofStaff.getOrDefault(intent, intent)), form(ofStaff.getOrDefault(other, other)));
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        boolean isDenied = false;
        for (var act : understanding.acts()) {
            if (isIntroduction(turn, understanding, act)) {
                continue;
            }
            if (isUnreal(act)) {
                isDenied = true;
            } else if (serves(act.intent()) && !isAnswer(turn, act) && !tellsHowItWasDone(understanding, act)) {
                run(turn, understanding, act);
            }
        }
        if (isDenied && !turn.hasAnswered()) {
            turn.say(DialogueText.NOTHING_WRITTEN);
        }
        return turn.hasAnswered();
    }

    /** "Paid the vet, done", "it is lost, they closed the programme": beside what is done or decided, what names nobody is how, or why. */
    private boolean tellsHowItWasDone(Understanding understanding, Act act) {
        boolean isDone = understanding.acts().stream().anyMatch(other -> DONE.contains(other.intent()));
        return isDone
                && !DONE.contains(act.intent())
                && isStaffs(act.intent())
                && act.entities().isEmpty();
    }

    /** What is denied, or only wished for, is never written down. */
    private boolean isUnreal(Act act) {
        return opensForm(act) && !act.mood().isReal();
    }

    /** Who is not known, and says their name before they say what they want, has said it for that. */
    private boolean isIntroduction(Turn turn, Understanding understanding, Act act) {
        return act.is(INTRODUCE)
                && turn.speaker().contactId().isEmpty()
                && understanding.acts().stream()
                        .anyMatch(other -> !other.is(INTRODUCE)
                                && opensForm(other)
                                && other.mood().isReal());
    }

    /** Who is not known has no record to change: a name and an address, told with a wish, are for the form of that wish. */
    static boolean isAnswer(Turn turn, Act act) {
        return act.is(INTRODUCE)
                && turn.state().form().isPresent()
                && turn.speaker().contactId().isEmpty();
    }

    void run(Turn turn, Understanding understanding, Act act) {
        boolean isOneOfSeveral = understanding.acts().stream()
                        .filter(other -> !other.is(INTRODUCE) && (opensForm(other) || hasItsOwnValues(other)))
                        .count()
                > 1;
        run(turn, new Heard(act.text(), act, isOneOfSeveral ? understanding.only(act) : understanding, Map.of()));
    }

    /** "Pause it until September, and send me the receipt of 2025": the year is of the receipt. A question may be about the wish. */
    private boolean hasItsOwnValues(Act act) {
        return serves(act.intent())
                && !act.entities().isEmpty()
                && !act.is(ASK)
                && !act.intent().startsWith(CONVERSATION);
    }

    /** Runs what serves an act; says so to people outside who ask for something that only staff may do. */
    void run(Turn turn, Heard heard) {
        var intent = heard.act().intent();
        var role = turn.speaker().staff().map(Speaker.Staff::role);
        if (!access.mayUse(intent, role)) {
            turn.say(DialogueText.STAFF_ONLY);
            return;
        }
        skill(intent).ifPresent(skill -> skill.run(turn, heard));
        Optional.ofNullable(forms.get(intent))
                .ifPresent(form -> new FormFilling(form).open(turn, heard.whole(), heard.arguments()));
    }
}
