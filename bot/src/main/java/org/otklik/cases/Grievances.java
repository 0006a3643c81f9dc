package org.otklik.cases;

import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.Priority;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;

/**
 * What people wait for an answer to, each once: what is open gets one more word, what was resolved a short while ago is open again,
 * and what was resolved long ago is referred to.
 */
final class Grievances {
    /** For so long a resolved case is opened again by a word of who waited. */
    static final Period REOPENS = Period.ofDays(14);

    private final Organization organization;
    private final OpenCase cases;
    private final ReachForm reach;

    Grievances(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.reach = reach;
    }

    /** Somebody is angry: a person answers soon, and has a name. */
    void complain(Turn turn, String words) {
        take(turn, Kind.COMPLAINT, Priority.HIGH, words, CasesText.COMPLAINT_OPENED);
    }

    /** Somebody needs help. */
    void ask(Turn turn, String words) {
        take(turn, Kind.REQUEST, Priority.NORMAL, words, CasesText.HELP_ASKED);
    }

    private void take(Turn turn, Kind kind, Priority priority, String words, CasesText answer) {
        var known = new Cases(turn.sql());
        var open = known.openOf(turn, kind);
        var resolved =
                kind == Kind.COMPLAINT ? recentlyResolved(turn, organization) : Optional.<ServiceCaseRecord>empty();
        if (open.isPresent()) {
            cases.add(turn, open.get(), words);
            turn.say(Text.of(CasesText.STILL_WITH_US)
                    .with("number", String.valueOf(open.get().getNumber())));
        } else if (resolved.isPresent()) {
            reopen(turn, resolved.get(), words);
        } else {
            opened(turn, kind, priority, words, answer);
        }
    }

    private void opened(Turn turn, Kind kind, Priority priority, String words, CasesText answer) {
        var earlier = new Cases(turn.sql())
                .of(turn).stream()
                        .filter(row -> row.getKind().equals(kind.name().toLowerCase(Locale.ROOT)))
                        .findFirst();
        var row = cases.openAfter(turn, kind, priority, words, earlier.map(ServiceCaseRecord::getId));
        turn.say(Text.of(answer)
                .with("who", who(turn, row))
                .with("number", String.valueOf(row.getNumber()))
                .with("due", organization.local(row.getFirstReplyDueAt())));
        earlier.ifPresent(
                before -> turn.say(Text.of(CasesText.GOES_ON_WITH).with("number", String.valueOf(before.getNumber()))));
        tellAssignee(turn, CasesText.NEW_CASE, row);
        if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, Understanding.nothing());
        }
    }

    /** The assignee's name; "none" where nobody sees to it yet. */
    static String who(Turn turn, ServiceCaseRecord row) {
        return Optional.ofNullable(row.getAssigneeId())
                .flatMap(new StaffMembers(turn.sql())::find)
                .map(StaffMembers.Member::name)
                .orElse("none");
    }

    private static void tellAssignee(Turn turn, CasesText words, ServiceCaseRecord row) {
        Optional.ofNullable(row.getAssigneeId()).ifPresent(staff -> {
            var notices = new CaseNotices(turn.sql());
            notices.tell(turn, Text.of(words).with("case", notices.line(row)), row, staff);
        });
    }

    /** The last case of the speaker that was resolved a short while ago, where nothing was opened since. */
    static Optional<ServiceCaseRecord> recentlyResolved(Turn turn, Organization organization) {
        var since = organization.local(turn.at()).minus(REOPENS);
        return new Cases(turn.sql())
                .of(turn).stream()
                        .findFirst()
                        .filter(row -> row.getResolvedAt() != null
                                && organization.local(row.getResolvedAt()).isAfter(since));
    }

    /** What was resolved is not, says who waits for it. */
    void reopen(Turn turn, ServiceCaseRecord row, String words) {
        var due = organization.firstReplyDue(turn.at());
        new Cases(turn.sql()).reopen(row.getId(), due, turn.at());
        cases.add(turn, row, words);
        cases.upsetAgain(turn, row);
        CaseDeadline.schedule(turn, row.getId(), due);
        turn.say(Text.of(CasesText.REOPENED)
                .with("who", who(turn, row))
                .with("number", String.valueOf(row.getNumber()))
                .with("due", organization.local(due)));
        tellAssignee(turn, CasesText.OPEN_AGAIN, row);
    }
}
