package org.otklik.basics;

import static org.otklik.dialogue.DialogueIntents.AFFIRM;
import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;
import static org.otklik.dialogue.DialogueIntents.HUMAN;

import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.access.Role;
import org.otklik.commands.CommandHelp;
import org.otklik.conversation.Action;
import org.otklik.conversation.Speaker;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Answers what is said for the sake of the conversation itself. */
public final class Courtesies implements Skill {
    static final String GREET = "conversation.greet";
    /** What a chat program sends by itself at the first contact. */
    static final String START = "conversation.start";

    static final String THANKS = "conversation.thanks";
    static final String HELP = "conversation.help";
    static final String BOT_CHALLENGE = "conversation.bot_challenge";

    private final Organization organization;
    private final AccessRules access;

    public Courtesies(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(GREET, START, THANKS, HELP, BOT_CHALLENGE, AFFIRM, DENY, CANCEL, CORRECT);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        switch (heard.act().intent()) {
            case GREET -> greet(turn);
            case START -> start(turn);
            case THANKS -> turn.say(BasicsText.WELCOME);
            case BOT_CHALLENGE -> turn.say(named(BasicsText.I_AM_A_BOT, turn));
            case AFFIRM, DENY -> turn.say(BasicsText.ALL_RIGHT);
            case CANCEL, CORRECT -> turn.say(BasicsText.NOTHING_OPEN);
            default -> help(turn);
        }
    }

    private void greet(Turn turn) {
        turn.say(named(BasicsText.GREETING, turn));
        offerWays(turn);
    }

    private void start(Turn turn) {
        if (turn.speaker().isStaff()) {
            turn.say(named(BasicsText.START_STAFF, turn));
        } else {
            turn.say(named(BasicsText.GREETING, turn));
            turn.say(BasicsText.START);
            offerWays(turn);
        }
    }

    private void help(Turn turn) {
        turn.speaker().staff().map(Speaker.Staff::role).ifPresentOrElse(role -> help(turn, role), () -> {
            turn.say(BasicsText.HELP);
            offerWays(turn);
        });
    }

    /** What this role may do, and no more: by mail, where there is room, each with an example. */
    private void help(Turn turn, Role role) {
        if (turn.hasTables()) {
            new CommandHelp(access).show(turn, role);
            return;
        }
        turn.say(BasicsText.HELP_STAFF);
        switch (role) {
            case FUNDRAISER -> turn.say(BasicsText.HELP_FUNDRAISER);
            case VOLUNTEER_COORDINATOR -> turn.say(BasicsText.HELP_COORDINATOR);
            case ADMIN, MANAGER, FIELD -> {}
        }
        if (access.mayExport(role)) {
            turn.say(BasicsText.HELP_MANAGER);
        }
        if (access.mayAdminister(role)) {
            turn.say(BasicsText.HELP_ADMIN);
        }
    }

    private static void offerWays(Turn turn) {
        if (!turn.speaker().isStaff()) {
            turn.offer(BasicsText.BUTTON_DONATE, Action.of("giving.donate"));
            turn.offer(BasicsText.BUTTON_VOLUNTEER, Action.of("volunteering.join"));
            turn.offer(BasicsText.BUTTON_HUMAN, Action.of(HUMAN));
        }
    }

    private Text named(BasicsText key, Turn turn) {
        return Text.of(key).with("organization", organization.name(turn.language()));
    }
}
