package org.otklik.cases;

import java.util.Optional;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.NewCase;
import org.otklik.cases.Cases.Priority;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.store.JobQueue;
import org.otklik.tasks.Tasks;
import org.otklik.tasks.Tasks.NewTask;
import org.otklik.tasks.Tasks.Origin;

/** Opens a case in a conversation, with the task that makes somebody see to it. */
final class OpenCase {
    private static final int SUBJECT = 500;

    private final Organization organization;

    OpenCase(Organization organization) {
        this.organization = organization;
    }

    /**
     * Opens a case for the manager.
     *
     * @param subject what it is about, in the person's own words
     */
    ServiceCaseRecord open(Turn turn, Kind kind, Priority priority, String subject) {
        var due = organization.firstReplyDue(turn.at());
        var manager = new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id);
        var opened = new Cases(turn.sql())
                .open(
                        new NewCase(
                                kind,
                                priority,
                                shortened(subject),
                                turn.speaker().contactId(),
                                manager,
                                turn.conversation().id(),
                                due),
                        turn.at());
        var title = turn.written(Text.of(CasesText.CASE_TASK)
                .with("number", String.valueOf(opened.getNumber()))
                .with("subject", opened.getSubject()));
        new Tasks(turn.sql())
                .add(new NewTask(
                        title, Optional.of(due), manager, turn.speaker().contactId(), Origin.CASE));
        new JobQueue(turn.sql())
                .schedule(
                        CaseDeadline.TASK,
                        String.valueOf(opened.getId()),
                        new CaseDeadline.Deadline(opened.getId(), turn.language()),
                        due);
        return opened;
    }

    /** Adds what somebody writes later about the same. */
    void add(Turn turn, ServiceCaseRecord known, String words) {
        if (!words.isBlank()) {
            new Cases(turn.sql()).rename(known.getId(), shortened(known.getSubject() + " / " + words));
        }
    }

    private static String shortened(String subject) {
        var line = subject.strip().replaceAll("\\s+", " ");
        return line.length() <= SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SUBJECT) - 1)) + "…";
    }
}
