package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.INTRODUCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** Gives each act of a message to the skill or the form that serves its intent. */
final class IntentPolicy implements Policy {
    private final Map<String, Skill> skills = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();
    private final AccessRules access;

    IntentPolicy(List<Skill> skills, List<Form> forms, AccessRules access) {
        skills.forEach(skill -> skill.intents().forEach(intent -> this.skills.put(intent, skill)));
        forms.forEach(form -> form.intents().forEach(intent -> this.forms.put(intent, form)));
        this.access = access;
    }

    boolean serves(String intent) {
        return skills.containsKey(intent) || forms.containsKey(intent);
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        for (var act : understanding.acts()) {
            if (serves(act.intent()) && !isAnswer(turn, act)) {
                run(turn, understanding, act);
            }
        }
        return turn.hasSpoken();
    }

    /** Who is not known has no record to change: a name and an address, told with a wish, are for the form of that wish. */
    static boolean isAnswer(Turn turn, Act act) {
        return act.is(INTRODUCE)
                && turn.state().form().isPresent()
                && turn.speaker().contactId().isEmpty();
    }

    void run(Turn turn, Understanding understanding, Act act) {
        run(turn, new Heard(act.text(), act, understanding, Map.of()));
    }

    /** Runs what serves an act; says so to people outside who ask for something that only staff may do. */
    void run(Turn turn, Heard heard) {
        var intent = heard.act().intent();
        var role = turn.speaker().staff().map(Speaker.Staff::role);
        if (!access.mayUse(intent, role)) {
            turn.say(DialogueText.STAFF_ONLY);
            return;
        }
        Optional.ofNullable(skills.get(intent)).ifPresent(skill -> skill.run(turn, heard));
        Optional.ofNullable(forms.get(intent)).ifPresent(form -> new FormFilling(form).open(turn, heard.whole()));
    }
}
