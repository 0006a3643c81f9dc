package org.otklik.reports;

import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.staff.StaffMembers;

/** Files of people are for managers to take in; others are told whom to ask. */
public final class FileRequests implements Skill {
    private static final String IMPORT = "imports.start";

    private final AccessRules access;

    public FileRequests(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(IMPORT);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var role = turn.speaker().staff().orElseThrow().role();
        if (access.mayImport(role)) {
            turn.say(ReportsText.IMPORT_NOT_YET);
            return;
        }
        var manager = new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::name);
        turn.say(Text.of(ReportsText.NO_IMPORT).with("manager", manager.orElse("")));
    }
}
