package org.otklik.reports;

import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** Files of people are for managers to take in; others are told whom to ask. */
public final class FileRequests implements Attentive {
    private static final String IMPORT = "imports.start";
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(?:csv|tsv|xlsx?|ods)");

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
        answer(turn);
    }

    /** A table without a word is sent to be taken in. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isTable = turn.speaker().isStaff()
                && understanding.text().isBlank()
                && turn.files().stream()
                        .anyMatch(file -> TABLE.matcher(file.name()).matches());
        if (isTable) {
            answer(turn);
        }
        return isTable;
    }

    private void answer(Turn turn) {
        var role = turn.speaker().staff().orElseThrow().role();
        if (access.mayImport(role)) {
            turn.say(ReportsText.IMPORT_NOT_YET);
            return;
        }
        var manager = new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::name);
        turn.say(Text.of(ReportsText.NO_IMPORT).with("manager", manager.orElse("")));
    }
}
