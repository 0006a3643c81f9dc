package org.otklik.cases;

import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Tells people what became of what they asked and complained of; what is not settled in their eyes is open again. */
public final class CaseStatus implements Skill {
    static final String REOPEN = "cases.reopen";
    private static final int MOST = 5;

    private final Organization organization;
    private final Grievances grievances;

    public CaseStatus(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.grievances = new Grievances(organization, reach);
    }

    @Override
    public Set<String> intents() {
        return Set.of("cases.status", REOPEN);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var resolved = Grievances.recentlyResolved(turn, organization);
        if (heard.act().is(REOPEN) && resolved.isPresent()) {
            grievances.reopen(turn, resolved.get(), turn.message().text());
            return;
        }
        var open = new Cases(turn.sql())
                .of(turn).stream()
                        .filter(row -> !row.getStatus().equals("resolved"))
                        .toList();
        if (open.isEmpty() && resolved.isEmpty()) {
            turn.say(CasesText.NO_CASE_OF_YOURS);
        }
        open.stream().limit(MOST).forEach(row -> turn.say(status(turn, row)));
        resolved.filter(row -> open.isEmpty()).ifPresent(row -> turn.say(resolved(row)));
    }

    private Text status(Turn turn, ServiceCaseRecord row) {
        boolean isAnswered = row.getFirstReplyAt() != null;
        return Text.of(isAnswered ? CasesText.CASE_IN_WORK : CasesText.CASE_WAITS)
                .with("number", String.valueOf(row.getNumber()))
                .with("subject", row.getSubject())
                .with("since", organization.day(row.getOpenedAt()))
                .with("who", Grievances.who(turn, row))
                .with("due", organization.local(row.getFirstReplyDueAt()));
    }

    private Text resolved(ServiceCaseRecord row) {
        return Text.of(CasesText.CASE_RESOLVED)
                .with("number", String.valueOf(row.getNumber()))
                .with("subject", row.getSubject())
                .with(
                        "day",
                        organization.day(
                                Optional.ofNullable(row.getResolvedAt()).orElseThrow()));
    }
}
