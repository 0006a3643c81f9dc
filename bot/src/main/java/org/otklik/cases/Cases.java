package org.otklik.cases;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.SERVICE_CASE;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
     */
    public record NewCase(
            Kind kind,
            Priority priority,
            String subject,
            Optional<Long> contactId,
            Optional<Long> assigneeId,
            long conversationId,
            Instant firstReplyDueAt) {}

    public ServiceCaseRecord open(NewCase opened, Instant at) {
        return sql.insertInto(SERVICE_CASE)
                .set(SERVICE_CASE.KIND, opened.kind().name().toLowerCase(Locale.ROOT))
                .set(SERVICE_CASE.STATUS, "new")
                .set(SERVICE_CASE.PRIORITY, opened.priority().name().toLowerCase(Locale.ROOT))
                .set(SERVICE_CASE.SUBJECT, opened.subject())
                .set(SERVICE_CASE.CONTACT_ID, opened.contactId().orElse(null))
                .set(SERVICE_CASE.ASSIGNEE_ID, opened.assigneeId().orElse(null))
                .set(SERVICE_CASE.CONVERSATION_ID, opened.conversationId())
                .set(SERVICE_CASE.OPENED_AT, at)
                .set(SERVICE_CASE.FIRST_REPLY_DUE_AT, opened.firstReplyDueAt())
                .returning()
                .fetchSingle();
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

    private Optional<ServiceCaseRecord> newest(Condition which) {
        return sql.selectFrom(SERVICE_CASE)
                .where(which)
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .orderBy(SERVICE_CASE.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** The conversation that has waited longest for a person. */
    public Optional<Long> longestWaiting() {
        return sql.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.OWNER.eq("queue"))
                .orderBy(CONVERSATION.ID)
                .limit(1)
                .fetchOptional(CONVERSATION.ID);
    }

    /** A person has answered in a conversation: the time of the first reply is kept. */
    public void answered(long conversationId, Instant at) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.FIRST_REPLY_AT, at)
                .set(SERVICE_CASE.STATUS, "open")
                .where(SERVICE_CASE.CONVERSATION_ID.eq(conversationId))
                .and(SERVICE_CASE.FIRST_REPLY_AT.isNull())
                .and(SERVICE_CASE.STATUS.ne("resolved"))
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
