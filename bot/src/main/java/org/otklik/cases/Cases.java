package org.otklik.cases;

import static org.jooq.impl.DSL.case_;
import static org.otklik.schema.Tables.SERVICE_CASE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.conversation.Talk;
import org.otklik.conversation.Turn;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Cases: what people wait for an answer to. */
public final class Cases {
    private final DSLContext sql;

    public Cases(DSLContext sql) {
        this.sql = sql;
    }

    /** What a case is about. */
    public enum Kind {
        QUESTION,
        COMPLAINT,
        REQUEST,
        PAYMENT,
        PRIVACY
    }

    /** How soon a case must be looked at. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * A case to open.
     *
     * @param subject what it is about, in the person's own words
     * @param firstReplyDueAt when a person must have answered
     * @param refersTo an earlier case of the same person that it goes on with
     */
    public record NewCase(
            Kind kind,
            Priority priority,
            String subject,
            Optional<Long> contactId,
            Optional<Long> assigneeId,
            Talk talk,
            Instant firstReplyDueAt,
            Optional<Long> refersTo) {}

    public ServiceCaseRecord open(NewCase opened, Instant at) {
        return sql.insertInto(SERVICE_CASE)
                .set(SERVICE_CASE.KIND, opened.kind().name().toLowerCase(Locale.ROOT))
                .set(SERVICE_CASE.STATUS, "new")
                .set(SERVICE_CASE.PRIORITY, opened.priority().name().toLowerCase(Locale.ROOT))
                .set(SERVICE_CASE.SUBJECT, opened.subject())
                .set(SERVICE_CASE.CONTACT_ID, opened.contactId().orElse(null))
                .set(SERVICE_CASE.ASSIGNEE_ID, opened.assigneeId().orElse(null))
                .set(SERVICE_CASE.CONVERSATION_ID, opened.talk().conversationId())
                .set(SERVICE_CASE.THREAD_ID, opened.talk().threadId().orElse(null))
                .set(SERVICE_CASE.OPENED_AT, at)
                .set(SERVICE_CASE.CLOCK_FROM, at)
                .set(SERVICE_CASE.REFERS_TO, opened.refersTo().orElse(null))
                .set(SERVICE_CASE.FIRST_REPLY_DUE_AT, opened.firstReplyDueAt())
                .returning()
                .fetchSingle();
    }

    public Optional<ServiceCaseRecord> find(long caseId) {
        return sql.selectFrom(SERVICE_CASE).where(SERVICE_CASE.ID.eq(caseId)).fetchOptional();
    }

    public void resolve(long caseId, Instant at) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.STATUS, "resolved")
                .set(SERVICE_CASE.RESOLVED_AT, at)
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** Whose case it is has been proven since it was opened. */
    public void provenToBeOf(long contactId, long caseId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.CONTACT_ID, contactId)
                .where(SERVICE_CASE.ID.eq(caseId))
                .and(SERVICE_CASE.CONTACT_ID.isDistinctFrom(contactId))
                .execute();
    }

    /** Resolves a case, with what was done about it. */
    void resolve(long caseId, String resolution, Instant at) {
        resolve(caseId, at);
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.RESOLUTION, resolution.isBlank() ? null : resolution)
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** A resolved case is open again, and the clock of the first reply runs anew. */
    void reopen(long caseId, Instant due, Instant at) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.STATUS, "open")
                .setNull(SERVICE_CASE.RESOLVED_AT)
                .setNull(SERVICE_CASE.FIRST_REPLY_AT)
                .set(SERVICE_CASE.FIRST_REPLY_DUE_AT, due)
                .set(SERVICE_CASE.CLOCK_FROM, at)
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** The task that makes somebody see to a case. */
    void task(long caseId, long taskId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.TASK_ID, taskId)
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** Says who sees to a case from now on. */
    void assign(long caseId, long staffId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.ASSIGNEE_ID, staffId)
                .set(SERVICE_CASE.STATUS, "open")
                .where(SERVICE_CASE.ID.eq(caseId))
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .execute();
    }

    /** A case must be seen to before others. */
    void hurry(long caseId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.PRIORITY, "high")
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** All that are not resolved: what is urgent first, then what waits longest. */
    List<ServiceCaseRecord> open() {
        return sql.selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.STATUS.ne("resolved"))
                .orderBy(
                        case_(SERVICE_CASE.PRIORITY)
                                .when("high", 0)
                                .when("normal", 1)
                                .else_(2),
                        SERVICE_CASE.OPENED_AT,
                        SERVICE_CASE.ID)
                .fetch();
    }

    /** Whether somebody waits for an answer to a complaint. */
    public boolean hasOpenGrievance(long contactId) {
        return newest(SERVICE_CASE
                        .CONTACT_ID
                        .eq(contactId)
                        .and(SERVICE_CASE.KIND.eq("complaint").or(SERVICE_CASE.PRIORITY.eq("high"))))
                .isPresent();
    }

    /** The cases of who speaks: of the contact, and of this conversation; the newest first. */
    List<ServiceCaseRecord> of(Turn turn) {
        var here = SERVICE_CASE.CONVERSATION_ID.eq(turn.conversation().id());
        return sql.selectFrom(SERVICE_CASE)
                .where(turn.speaker()
                        .contactId()
                        .map(contact -> here.or(SERVICE_CASE.CONTACT_ID.eq(contact)))
                        .orElse(here))
                .orderBy(SERVICE_CASE.ID.desc())
                .fetch();
    }

    /** Gives a case another subject. */
    void rename(long caseId, String subject) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.SUBJECT, subject)
                .where(SERVICE_CASE.ID.eq(caseId))
                .execute();
    }

    /** The newest case of a conversation that is not resolved. */
    public Optional<ServiceCaseRecord> openIn(long conversationId) {
        return newest(SERVICE_CASE.CONVERSATION_ID.eq(conversationId));
    }

    /** The newest case of one kind of a conversation that is not resolved. */
    public Optional<ServiceCaseRecord> openIn(long conversationId, Kind kind) {
        return newest(SERVICE_CASE
                .CONVERSATION_ID
                .eq(conversationId)
                .and(SERVICE_CASE.KIND.eq(kind.name().toLowerCase(Locale.ROOT))));
    }

    /** The newest case of one kind that the speaker waits for, wherever it was opened. */
    Optional<ServiceCaseRecord> openOf(Turn turn, Kind kind) {
        return of(turn).stream()
                .filter(row -> !row.getStatus().equals("resolved"))
                .filter(row -> row.getKind().equals(kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<ServiceCaseRecord> newest(Condition which) {
        return sql.selectFrom(SERVICE_CASE)
                .where(which)
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .orderBy(SERVICE_CASE.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Where somebody waits for an answer to a case. */
    static Optional<Talk> talk(ServiceCaseRecord row) {
        return Optional.ofNullable(row.getConversationId())
                .map(conversation -> new Talk(conversation, Optional.ofNullable(row.getThreadId())));
    }

    /**
     * A person has answered in a conversation: the time of the first reply is kept.
     *
     * @return the cases that waited for it
     */
    public List<ServiceCaseRecord> answered(long conversationId, Instant at) {
        return sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.FIRST_REPLY_AT, at)
                .set(SERVICE_CASE.STATUS, "open")
                .where(SERVICE_CASE.CONVERSATION_ID.eq(conversationId))
                .and(SERVICE_CASE.FIRST_REPLY_AT.isNull())
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .returning()
                .fetch();
    }

    /** Says whose a case is that was nobody's. */
    void ofContact(long caseId, long contactId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.CONTACT_ID, contactId)
                .where(SERVICE_CASE.ID.eq(caseId))
                .and(SERVICE_CASE.CONTACT_ID.isNull())
                .execute();
    }

    /** Ties the cases of an anonymous conversation to the contact that has introduced itself. */
    public void belongTo(long contactId, long conversationId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.CONTACT_ID, contactId)
                .where(SERVICE_CASE.CONVERSATION_ID.eq(conversationId))
                .and(SERVICE_CASE.CONTACT_ID.isNull())
                .execute();
    }
}
