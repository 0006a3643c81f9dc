package org.otklik.basics;

import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** "Change the office hours": how the organisation is set up is written in its file by an administrator, and not told to the bot. */
public final class RefuseSettings implements Attentive {
    private static final int MOST_WORDS = 10;

    private final Cues words = new Cues("rights");

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean opens = words.in(text).stream()
                .findFirst()
                .filter(found -> found.name().equals("change") && found.span().start() == 0)
                .isPresent();
        boolean isMeant = turn.speaker().isStaff()
                && opens
                && words.has(text, "settings")
                && text.strip().split("\\s+").length <= MOST_WORDS;
        if (isMeant) {
            var admins = new StaffMembers(turn.sql())
                    .admins().stream().map(StaffMembers.Member::name).toList();
            turn.say(Text.of(BasicsText.SETTINGS_BY_ADMINS).with("admins", admins));
        }
        return isMeant;
    }
}
