package org.otklik.privacy;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.ADDRESS_PROOF;
import static org.otklik.schema.Tables.ALERT;
import static org.otklik.schema.Tables.ARTICLE_SEARCH;
import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONSENT;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.DUPLICATE;
import static org.otklik.schema.Tables.EXTERNAL_REF;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.MAILING_PREFERENCE;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.RELATIONSHIP;
import static org.otklik.schema.Tables.REVIEW;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.SURVEY_ANSWER;
import static org.otklik.schema.Tables.SURVEY_INVITATION;
import static org.otklik.schema.Tables.TAG;
import static org.otklik.schema.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.otklik.conversation.ConversationState;
import org.otklik.conversation.Json;

/**
 * Makes a person go: name, addresses, words, raw mails, and what the change log keeps of them. Gifts, hours and deals stay
 * without a name, as accounts and totals need them. It can't be undone, so the log of these rows is closed.
 */
final class Erasure {
    /** What is found in the place of an address, or of words. */
    static final Field<String> NOBODY = inline("erased ");

    private static final String ERASED = "erased";

    /** Their log tells sums and days, and of the person nothing but a number. */
    private static final Set<String> KEPT =
            Set.of("gift", "recurring_gift", "deal", "deal_stage", "time_entry", "participation", "campaign_recipient");

    private final DSLContext sql;

    Erasure(DSLContext sql) {
        this.sql = sql;
    }

    void erase(long contactId, LocalDate day, Instant at) {
        var conversations = select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.CONTACT_ID.eq(contactId));
        eraseMessages(MESSAGE.CONVERSATION_ID.in(conversations).or(speaksOf(contactId)));
        sql.update(ARTICLE_SEARCH)
                .set(ARTICLE_SEARCH.QUERY, ERASED)
                .where(ARTICLE_SEARCH.CONVERSATION_ID.in(conversations))
                .execute();
        eraseWords(contactId);
        List.of(
                        CONTACT_POINT.CONTACT_ID,
                        CONTACT_ROLE.CONTACT_ID,
                        TAG.CONTACT_ID,
                        EXTERNAL_REF.CONTACT_ID,
                        CONSENT.CONTACT_ID,
                        MAILING_PREFERENCE.CONTACT_ID,
                        INTERACTION.CONTACT_ID,
                        ADDRESS_PROOF.CONTACT_ID,
                        ALERT.CONTACT_ID,
                        RELATIONSHIP.FROM_ID,
                        RELATIONSHIP.TO_ID,
                        DUPLICATE.A_ID,
                        DUPLICATE.B_ID,
                        CONTACT_NAME_FORM.CONTACT_ID)
                .forEach(owner -> delete(owner, contactId));
        sql.update(LETTER_THREAD)
                .set(LETTER_THREAD.STATE, Json.write(ConversationState.EMPTY))
                .where(LETTER_THREAD.CONVERSATION_ID.in(conversations))
                .execute();
        sql.update(CONVERSATION)
                .set(CONVERSATION.STATE, Json.write(ConversationState.EMPTY))
                .set(CONVERSATION.IDENTITY, "anonymous")
                .setNull(CONVERSATION.CONTACT_ID)
                .where(CONVERSATION.CONTACT_ID.eq(contactId))
                .execute();
        eraseContact(contactId, day, at);
        eraseLog(contactId, at);
    }

    private <R extends Record> void delete(TableField<R, Long> owner, long contactId) {
        Table<R> table = owner.getTable();
        sql.deleteFrom(table).where(owner.eq(contactId)).execute();
    }

    /** What colleagues wrote of the person, by name or address, in whatever conversation. */
    private Condition speaksOf(long contactId) {
        var words = replace(lower(MESSAGE.BODY), "\u0451", "\u0435");
        var named = exists(selectOne()
                .from(CONTACT_NAME_FORM)
                .where(CONTACT_NAME_FORM.CONTACT_ID.eq(contactId))
                .and(CONTACT_NAME_FORM.FORM.contains(" "))
                .and(position(words, CONTACT_NAME_FORM.FORM).gt(0)));
        var reached = exists(selectOne()
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(position(words, CONTACT_POINT.VALUE).gt(0)));
        return named.or(reached);
    }

    private void eraseMessages(Condition which) {
        var ids = sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(which)
                .and(MESSAGE.STATUS.notIn("queued", "sending"))
                .fetchSet(MESSAGE.ID);
        sql.deleteFrom(ATTACHMENT).where(ATTACHMENT.MESSAGE_ID.in(ids)).execute();
        eraseReviews(ids);
        sql.update(MESSAGE)
                .set(MESSAGE.BODY, "")
                .setNull(MESSAGE.RAW)
                .set(MESSAGE.PAYLOAD, JSONB.valueOf("{}"))
                .setNull(MESSAGE.UNDERSTANDING)
                .where(MESSAGE.ID.in(ids))
                .execute();
    }

    /** What was learned of their words is forgotten, and who was shown them to say what they mean keeps no copy. */
    private void eraseReviews(Set<Long> messages) {
        var reviews = sql.select(REVIEW.ID)
                .from(REVIEW)
                .where(REVIEW.MESSAGE_ID.in(messages))
                .fetchSet(REVIEW.ID);
        for (long review : reviews) {
            var shown = Json.write(Map.of(
                    "choices",
                    List.of(Map.of("action", Map.of("arguments", Map.of("review", String.valueOf(review)))))));
            sql.update(MESSAGE)
                    .set(MESSAGE.BODY, "")
                    .set(MESSAGE.PAYLOAD, JSONB.valueOf("{}"))
                    .where(MESSAGE.DIRECTION.eq("out"))
                    .and(MESSAGE.PAYLOAD.contains(shown))
                    .and(MESSAGE.STATUS.notIn("queued", "sending"))
                    .execute();
        }
        sql.deleteFrom(REVIEW)
                .where(REVIEW.ID.in(reviews))
                .and(REVIEW.LINE.isNull())
                .execute();
        sql.update(REVIEW)
                .set(REVIEW.STATUS, "forgotten")
                .setNull(REVIEW.INTENT)
                .where(REVIEW.ID.in(reviews))
                .execute();
    }

    private void eraseWords(long contactId) {
        sql.update(SERVICE_CASE)
                .set(SERVICE_CASE.SUBJECT, ERASED)
                .where(SERVICE_CASE.CONTACT_ID.eq(contactId))
                .execute();
        sql.update(TASK)
                .set(TASK.TITLE, ERASED)
                .where(TASK.CONTACT_ID.eq(contactId))
                .execute();
        sql.update(SURVEY_ANSWER)
                .setNull(SURVEY_ANSWER.COMMENT)
                .where(SURVEY_ANSWER.INVITATION_ID.in(select(SURVEY_INVITATION.ID)
                        .from(SURVEY_INVITATION)
                        .where(SURVEY_INVITATION.CONTACT_ID.eq(contactId))))
                .execute();
    }

    private void eraseContact(long contactId, LocalDate day, Instant at) {
        sql.update(CONTACT)
                .set(CONTACT.NAME, ERASED + " " + day)
                .setNull(CONTACT.GIVEN_NAME)
                .setNull(CONTACT.PATRONYMIC)
                .setNull(CONTACT.FAMILY_NAME)
                .setNull(CONTACT.LANGUAGE)
                .setNull(CONTACT.TIMEZONE)
                .setNull(CONTACT.SOURCE)
                .setNull(CONTACT.OWNER_ID)
                .set(CONTACT.ERASED_AT, at)
                .where(CONTACT.ID.eq(contactId))
                .execute();
    }

    /** With what this very turn has logged. What the rows were is gone, so that nothing can bring it back. */
    private void eraseLog(long contactId, Instant at) {
        var number = String.valueOf(contactId);
        var isOfContact = jsonbGetAttributeAsText(CHANGE.AFTER, "contact_id")
                .eq(number)
                .or(jsonbGetAttributeAsText(CHANGE.BEFORE, "contact_id").eq(number))
                .or(jsonbGetAttributeAsText(CHANGE.BEFORE, "from_id").eq(number))
                .or(jsonbGetAttributeAsText(CHANGE.BEFORE, "to_id").eq(number))
                .or(CHANGE.TABLE_NAME.eq(CONTACT.getName()).and(CHANGE.ROW_ID.eq(contactId)))
                .or(CHANGE.TABLE_NAME
                        .eq(SURVEY_ANSWER.getName())
                        .and(CHANGE.ROW_ID.in(select(SURVEY_ANSWER.ID)
                                .from(SURVEY_ANSWER)
                                .join(SURVEY_INVITATION)
                                .on(SURVEY_INVITATION.ID.eq(SURVEY_ANSWER.INVITATION_ID))
                                .where(SURVEY_INVITATION.CONTACT_ID.eq(contactId)))));
        sql.update(CHANGE)
                .set(CHANGE.UNDONE_AT, coalesce(CHANGE.UNDONE_AT, val(at)))
                .setNull(CHANGE.BEFORE)
                .setNull(CHANGE.AFTER)
                .where(isOfContact)
                .and(CHANGE.TABLE_NAME.notIn(KEPT))
                .execute();
    }
}
