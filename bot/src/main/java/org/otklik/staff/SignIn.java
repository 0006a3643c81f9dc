package org.otklik.staff;

import static org.otklik.dialogue.DialogueIntents.SIGN_IN;

import java.security.SecureRandom;
import java.util.Set;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.staff.StaffMembers.Member;

/** Ties a conversation to the member of staff whose one-time code came with it. */
public final class SignIn implements Skill {
    private final SecureRandom random;

    public SignIn(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Set<String> intents() {
        return Set.of(SIGN_IN);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var member = new Invitations(turn.sql(), random)
                .redeem(heard.argument("code").orElseThrow(), turn.at())
                .flatMap(id -> new StaffMembers(turn.sql()).find(id))
                .filter(Member::active);
        member.ifPresentOrElse(found -> welcome(turn, found), () -> turn.say(StaffText.CODE_REFUSED));
    }

    private static void welcome(Turn turn, Member member) {
        turn.belongsTo(member.contactId(), Identity.VERIFIED);
        member.language().ifPresent(language -> {
            turn.speak(language);
            turn.state(turn.state().speaking(language));
        });
        turn.say(Text.of(StaffText.SIGNED_IN).with("name", member.name()));
    }
}
