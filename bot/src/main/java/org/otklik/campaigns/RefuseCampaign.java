package org.otklik.campaigns;

import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** A mailing is asked for, or approved: says who decides on it, and that none goes out from here. */
public final class RefuseCampaign implements Attentive {
    private static final String SEND = "campaigns.send";
    /** To say yes to one, and to have it sent. */
    private static final Set<String> OPENINGS = Set.of("decide", "send");

    private static final int MOST_WORDS = 12;

    private final AccessRules access;
    private final Cues words = new Cues("rights");

    public RefuseCampaign(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(SEND);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        refuse(turn);
    }

    /** "Approve the campaign", "send the newsletter to everybody": what opens with it, whatever else its words may stand for. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean opens = words.in(text).stream()
                .findFirst()
                .filter(found -> OPENINGS.contains(found.name()) && found.span().start() == 0)
                .isPresent();
        boolean isMeant = turn.speaker().isStaff()
                && opens
                && words.has(text, "mailing")
                && text.strip().split("\\s+").length <= MOST_WORDS;
        if (isMeant) {
            refuse(turn);
        }
        return isMeant;
    }

    private void refuse(Turn turn) {
        var role = turn.speaker().staff().orElseThrow().role();
        if (access.mayApproveCampaigns(role)) {
            turn.say(CampaignsText.NOT_SENT_HERE);
        } else {
            var managers = new StaffMembers(turn.sql())
                    .active().stream()
                            .filter(member -> access.mayApproveCampaigns(member.role()))
                            .filter(member -> !access.mayAdminister(member.role()))
                            .map(StaffMembers.Member::name)
                            .toList();
            turn.say(Text.of(CampaignsText.ONLY_MANAGERS).with("managers", managers));
        }
    }
}
