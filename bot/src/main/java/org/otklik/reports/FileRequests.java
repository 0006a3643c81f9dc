package org.otklik.reports;

import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.staff.StaffMembers;

/** Files of people are for managers to take out and in; others are told whom to ask. */
public final class FileRequests implements Skill {
    private static final String EXPORT = "exports.request";
    private static final String IMPORT = "imports.start";

    private final AccessRules access;

    public FileRequests(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(EXPORT, IMPORT);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var role = turn.speaker().staff().orElseThrow().role();
        boolean isExport = heard.act().is(EXPORT);
        if (isExport ? access.mayExport(role) : access.mayImport(role)) {
            return;
        }
        var key = isExport ? ReportsText.NO_EXPORT : ReportsText.NO_IMPORT;
        turn.say(manager(turn)
                .map(name -> Text.of(key).with("manager", name))
                .orElse(Text.of(key).with("manager", "")));
    }

    private static Optional<String> manager(Turn turn) {
        return new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::name);
    }
}
