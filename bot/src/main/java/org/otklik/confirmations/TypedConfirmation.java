package org.otklik.confirmations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** Does what a colleague has asked for by mail, once the code for it is sent back. */
public final class TypedConfirmation implements Attentive {
    /** Eight digits in the first line, and no more than a word or two that says what they are. */
    private static final Pattern CODE =
            Pattern.compile("\\s*(?:\\p{L}{2,12}[:\\s]+){0,3}(\\d{4})[ -]?(\\d{4})[.!]?\\s*(?:\\R[\\s\\S]*)?");

    private final Map<String, Skill> confirmed = new HashMap<>();

    /** @param skills those whose actions a code may stand for */
    public TypedConfirmation(List<Skill> skills) {
        skills.forEach(skill -> skill.intents().forEach(intent -> confirmed.put(intent, skill)));
    }

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var typed = CODE.matcher(turn.message().said());
        var staff = turn.speaker().staff().map(Speaker.Staff::id);
        if (staff.isEmpty() || !typed.matches()) {
            return false;
        }
        var confirmations = new Confirmations(turn.sql());
        if (!confirmations.isAwaited(staff.get(), turn.at())) {
            return false;
        }
        confirmations
                .redeem(staff.get(), typed.group(1) + typed.group(2), turn.at())
                .ifPresentOrElse(
                        action -> {
                            var act = Act.pressed(action.intent());
                            var skill = confirmed.get(action.intent());
                            if (skill == null) {
                                throw new IllegalStateException("nothing does " + action.intent());
                            }
                            skill.run(turn, new Heard("", act, Understanding.pressed(act), action.arguments()));
                        },
                        () -> turn.say(ConfirmationsText.CODE_REFUSED));
        return true;
    }
}
