package org.otklik.cases;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.otklik.alerts.Alerts;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.NewCase;
import org.otklik.cases.Cases.Priority;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;
import org.otklik.tasks.Tasks.NewTask;
import org.otklik.tasks.Tasks.Origin;

/** Opens a case in a conversation, with the task that makes somebody see to it. */
public final class OpenCase {
    private static final int SUBJECT = 500;
    /** For how long no mailing goes to somebody who has complained. */
    private static final Period PEACE = Period.ofDays(30);

    private final Organization organization;

    public OpenCase(Organization organization) {
        this.organization = organization;
    }

    /**
     * Opens a case for the manager.
     *
     * @param subject what it is about, in the person's own words
     */
    public ServiceCaseRecord open(Turn turn, Kind kind, Priority priority, String subject) {
        return open(turn, kind, priority, subject, turn.speaker().contactId());
    }

    /** Opens a case of which it is not known whom it is about, whoever speaks. */
    public ServiceCaseRecord openOfNobody(Turn turn, Kind kind, Priority priority, String subject) {
        return open(turn, kind, priority, subject, Optional.empty());
    }

    /** Opens a case that a task sees to already. */
    public ServiceCaseRecord openFor(Turn turn, Kind kind, Priority priority, String subject, Optional<Long> task) {
        return open(turn, kind, priority, subject, turn.speaker().contactId(), task, Optional.empty());
    }

    /** Opens a case that goes on with an earlier one. */
    ServiceCaseRecord openAfter(Turn turn, Kind kind, Priority priority, String subject, Optional<Long> earlier) {
        return open(turn, kind, priority, subject, turn.speaker().contactId(), Optional.empty(), earlier);
    }

    private ServiceCaseRecord open(Turn turn, Kind kind, Priority priority, String subject, Optional<Long> contactId) {
        return open(turn, kind, priority, subject, contactId, Optional.empty(), Optional.empty());
    }

    private ServiceCaseRecord open(
            Turn turn,
            Kind kind,
            Priority priority,
            String subject,
            Optional<Long> contactId,
            Optional<Long> task,
            Optional<Long> earlier) {
        var due = organization.firstReplyDue(turn.at());
        var manager = new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id);
        var cases = new Cases(turn.sql());
        var opened = cases.open(
                new NewCase(
                        kind,
                        priority,
                        shortened(subject),
                        contactId,
                        manager,
                        turn.conversation().talk(),
                        due,
                        earlier),
                turn.at());
        long seenTo = task.orElseGet(() -> task(turn, opened, due, manager, contactId));
        cases.task(opened.getId(), seenTo);
        CaseDeadline.schedule(turn, opened.getId(), due);
        if (kind == Kind.COMPLAINT) {
            contactId.ifPresent(contact -> upset(turn, contact, seenTo));
        }
        return opened;
    }

    private static long task(
            Turn turn, ServiceCaseRecord opened, Instant due, Optional<Long> manager, Optional<Long> contactId) {
        var title = turn.written(Text.of(CasesText.CASE_TASK)
                .with("number", String.valueOf(opened.getNumber()))
                .with("subject", opened.getSubject()));
        return new Tasks(turn.sql()).add(new NewTask(title, Optional.of(due), manager, contactId, Origin.CASE));
    }

    /** A case is open again: its task is, and so is what warned of it. */
    void upsetAgain(Turn turn, ServiceCaseRecord row) {
        Optional.ofNullable(row.getTaskId()).ifPresent(new Tasks(turn.sql())::reopen);
        if (row.getKind().equals("complaint") && row.getContactId() != null && row.getTaskId() != null) {
            upset(turn, row.getContactId(), row.getTaskId());
        }
    }

    /** Who complains is left in peace by mailings for a while, and somebody has to look at it. */
    private void upset(Turn turn, long contactId, long task) {
        new Alerts(turn.sql()).raise(contactId, Alerts.Kind.OPEN_COMPLAINT, Optional.of(task), turn.at());
        var until = organization.day(turn.at()).plus(PEACE);
        var contacts = new Contacts(turn.sql());
        boolean isLonger = contacts.find(contactId)
                .map(ContactRecord::getPausedUntil)
                .filter(until::isBefore)
                .isPresent();
        if (!isLonger) {
            contacts.leaveInPeace(contactId, until);
        }
    }

    /**
     * Passes on to people what the bot can't do itself: a case of its own, or one more word to that which is open.
     *
     * @return whether a case was opened
     */
    public boolean passOn(Turn turn, Kind kind, String subject) {
        var words = subject.isBlank() ? turn.message().text() : subject;
        var known = new Cases(turn.sql()).openIn(turn.conversation().id(), kind);
        if (known.isPresent()) {
            add(turn, known.get(), words);
            turn.say(Text.of(CasesText.STILL_WITH_US)
                    .with("number", String.valueOf(known.get().getNumber())));
            return false;
        }
        var opened = open(turn, kind, Priority.NORMAL, words);
        turn.say(Text.of(CasesText.PASSED_ON)
                .with("number", String.valueOf(opened.getNumber()))
                .with("due", organization.local(opened.getFirstReplyDueAt())));
        return true;
    }

    /** Adds what somebody writes later about the same. */
    public void add(Turn turn, ServiceCaseRecord known, String words) {
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
