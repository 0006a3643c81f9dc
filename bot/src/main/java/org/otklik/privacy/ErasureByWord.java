package org.otklik.privacy;

import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** "Approve the erasure": an erasure is decided on by an administrator, at the notice of the request that was proven, and by no words. */
public final class ErasureByWord implements Attentive {
    private static final int MOST_WORDS = 10;

    private final AccessRules access;
    private final Cues words = new Cues("rights");

    public ErasureByWord(AccessRules access) {
        this.access = access;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isMeant = turn.speaker().isStaff()
                && words.has(text, "decide")
                && words.has(text, "erasure")
                && text.strip().split("\\s+").length <= MOST_WORDS;
        if (isMeant) {
            answer(turn);
        }
        return isMeant;
    }

    private void answer(Turn turn) {
        var role = turn.speaker().staff().orElseThrow().role();
        if (access.mayAdminister(role)) {
            turn.say(PrivacyText.DECIDE_AT_THE_NOTICE);
        } else {
            var admins = new StaffMembers(turn.sql())
                    .admins().stream().map(StaffMembers.Member::name).toList();
            turn.say(Text.of(PrivacyText.ADMINS_DECIDE).with("admins", admins));
        }
    }
}
