package org.otklik.conversation;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.STAFF;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.i18n.Language;

/** Conversations that a person answers, and where the people of the organisation can be told something. */
public final class Handoffs {
    private final DSLContext sql;

    public Handoffs(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A talk in which somebody can be told something.
     *
     * @param threadId the thread to go on with; empty in a chat, and where a letter begins one
     */
    public record Line(long conversationId, Address address, Language language, Optional<Long> threadId) {}

    /**
     * A member of staff answers from now on.
     *
     * @return false when somebody else has taken it already
     */
    public boolean take(Talk talk, long staffId) {
        var isFree = talk.threadId().isPresent()
                ? LETTER_THREAD.OWNER.ne(Owner.STAFF.code()).or(LETTER_THREAD.ASSIGNEE_ID.eq(staffId))
                : CONVERSATION.OWNER.ne(Owner.STAFF.code()).or(CONVERSATION.ASSIGNEE_ID.eq(staffId));
        return give(talk, Owner.STAFF, Optional.of(staffId), isFree);
    }

    /** The bot answers again. */
    public void release(Talk talk) {
        give(talk, Owner.BOT, Optional.empty());
    }

    /** Says who answers from now on. */
    void give(Talk talk, Owner owner, Optional<Long> assigneeId) {
        give(talk, owner, assigneeId, noCondition());
    }

    private boolean give(Talk talk, Owner owner, Optional<Long> assigneeId, Condition where) {
        if (talk.threadId().isEmpty()) {
            return sql.update(CONVERSATION)
                            .set(CONVERSATION.OWNER, owner.code())
                            .set(CONVERSATION.ASSIGNEE_ID, assigneeId.orElse(null))
                            .where(CONVERSATION.ID.eq(talk.conversationId()))
                            .and(where)
                            .execute()
                    == 1;
        }
        boolean isGiven = sql.update(LETTER_THREAD)
                        .set(LETTER_THREAD.OWNER, owner.code())
                        .set(LETTER_THREAD.ASSIGNEE_ID, assigneeId.orElse(null))
                        .where(LETTER_THREAD.ID.eq(talk.threadId().get()))
                        .and(where)
                        .execute()
                == 1;
        showNeediest(talk.conversationId());
        return isGiven;
    }

    /** The conversation shows the thread in which somebody waits, or else one in which a person answers. */
    private void showNeediest(long conversationId) {
        sql.update(CONVERSATION)
                .set(
                        row(CONVERSATION.OWNER, CONVERSATION.ASSIGNEE_ID),
                        select(LETTER_THREAD.OWNER, LETTER_THREAD.ASSIGNEE_ID)
                                .from(LETTER_THREAD)
                                .where(LETTER_THREAD.CONVERSATION_ID.eq(conversationId))
                                .orderBy(
                                        case_(LETTER_THREAD.OWNER)
                                                .when("queue", 0)
                                                .when("staff", 1)
                                                .else_(2),
                                        LETTER_THREAD.ID)
                                .limit(1))
                .where(CONVERSATION.ID.eq(conversationId))
                .execute();
    }

    /** The talk, as long as that member of staff answers in it. */
    public Optional<Line> takenBy(Talk talk, long staffId) {
        var isTaken = talk.threadId()
                .map(thread -> exists(selectOne()
                        .from(LETTER_THREAD)
                        .where(LETTER_THREAD.ID.eq(thread))
                        .and(LETTER_THREAD.OWNER.eq(Owner.STAFF.code()))
                        .and(LETTER_THREAD.ASSIGNEE_ID.eq(staffId))))
                .orElseGet(() -> CONVERSATION.OWNER.eq(Owner.STAFF.code()).and(CONVERSATION.ASSIGNEE_ID.eq(staffId)));
        return sql.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(talk.conversationId()))
                .and(isTaken)
                .fetchOptional(row -> {
                    var spoken =
                            Json.read(row.getState(), ConversationState.class).spoken();
                    var address = new Address(row.getChannel(), row.getAccount(), row.getAddress());
                    return new Line(row.getId(), address, spoken.orElse(Language.EN), talk.threadId());
                });
    }

    /** The talk that has waited longest for a person. */
    public Optional<Talk> longestWaiting() {
        return sql.select(CONVERSATION.ID, LETTER_THREAD.ID)
                .from(CONVERSATION)
                .leftJoin(LETTER_THREAD)
                .on(LETTER_THREAD.CONVERSATION_ID.eq(CONVERSATION.ID))
                .and(LETTER_THREAD.OWNER.eq(Owner.QUEUE.code()))
                .where(CONVERSATION.OWNER.eq(Owner.QUEUE.code()))
                .orderBy(CONVERSATION.ID, LETTER_THREAD.ID)
                .limit(1)
                .fetchOptional(row -> new Talk(row.value1(), Optional.ofNullable(row.value2())));
    }

    /** Where a member of staff answers a talk: by letters, in the thread in which it was taken. */
    public Optional<Line> lineOf(long staffId, Talk answered) {
        return lineOf(staffId).map(line -> {
            var thread = sql.select(LETTER_THREAD.ID)
                    .from(LETTER_THREAD)
                    .where(LETTER_THREAD.CONVERSATION_ID.eq(line.conversationId()))
                    .and(jsonbGetAttribute(LETTER_THREAD.STATE, "relay").eq(Json.write(answered)))
                    .orderBy(LETTER_THREAD.TOUCHED_AT.desc())
                    .limit(1)
                    .fetchOptional(LETTER_THREAD.ID);
            return new Line(line.conversationId(), line.address(), line.language(), thread);
        });
    }

    /**
     * Where a member of staff has signed in: in Telegram if there and if it takes messages, else in the web chat, else by mail; the
     * newest of each first.
     */
    public Optional<Line> lineOf(long staffId) {
        return lines(STAFF.ID.eq(staffId)).stream().findFirst();
    }

    /** Where a member of staff has signed in otherwise than by letters, the newest first. */
    public List<Line> chatsOf(long staffId) {
        return lines(STAFF.ID.eq(staffId)).stream()
                .filter(line -> !Letterbox.isLetterbox(line.address()))
                .toList();
    }

    /** Where those are signed in who take what nobody has taken. */
    public List<Line> linesOfManagers() {
        return lines(STAFF.ROLE.in("manager", "admin"));
    }

    /** Where administrators can be told something. */
    public List<Line> linesOfAdmins() {
        return lines(STAFF.ROLE.eq("admin"));
    }

    private List<Line> lines(Condition whose) {
        return sql.select(
                        CONVERSATION.ID,
                        CONVERSATION.CHANNEL,
                        CONVERSATION.ACCOUNT,
                        CONVERSATION.ADDRESS,
                        CONTACT.LANGUAGE)
                .from(STAFF)
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .join(CONVERSATION)
                .on(CONVERSATION.CONTACT_ID.eq(CONTACT.ID))
                .where(whose)
                .and(STAFF.ACTIVE.isTrue())
                .and(CONVERSATION.IDENTITY.eq(Identity.VERIFIED.code()))
                .and(CONVERSATION.BLOCKED_AT.isNull())
                .and(Ties.hold())
                .orderBy(
                        case_(CONVERSATION.CHANNEL)
                                .when("telegram", 0)
                                .when("webchat", 1)
                                .else_(2),
                        CONVERSATION.ID.desc())
                .fetch(row -> new Line(
                        row.value1(),
                        new Address(row.value2(), row.value3(), row.value4()),
                        Optional.ofNullable(row.value5()).flatMap(Language::of).orElse(Language.EN),
                        Optional.empty()));
    }
}
