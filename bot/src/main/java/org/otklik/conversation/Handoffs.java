package org.otklik.conversation;

import static org.jooq.impl.DSL.case_;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONVERSATION;
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

    /** A conversation in which somebody can be told something. */
    public record Line(long conversationId, Address address, Language language) {}

    /**
     * A member of staff answers from now on.
     *
     * @return false when somebody else has taken it already
     */
    public boolean take(long conversationId, long staffId) {
        return sql.update(CONVERSATION)
                        .set(CONVERSATION.OWNER, Owner.STAFF.code())
                        .set(CONVERSATION.ASSIGNEE_ID, staffId)
                        .where(CONVERSATION.ID.eq(conversationId))
                        .and(CONVERSATION.OWNER.ne(Owner.STAFF.code()).or(CONVERSATION.ASSIGNEE_ID.eq(staffId)))
                        .execute()
                == 1;
    }

    /** The bot answers again. */
    public void release(long conversationId) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.OWNER, Owner.BOT.code())
                .setNull(CONVERSATION.ASSIGNEE_ID)
                .where(CONVERSATION.ID.eq(conversationId))
                .execute();
    }

    /** The conversation, as long as that member of staff answers in it. */
    public Optional<Line> takenBy(long conversationId, long staffId) {
        return sql.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(conversationId))
                .and(CONVERSATION.OWNER.eq(Owner.STAFF.code()))
                .and(CONVERSATION.ASSIGNEE_ID.eq(staffId))
                .fetchOptional(row -> {
                    var spoken =
                            Json.read(row.getState(), ConversationState.class).spoken();
                    var address = new Address(row.getChannel(), row.getAccount(), row.getAddress());
                    return new Line(row.getId(), address, spoken.orElse(Language.EN));
                });
    }

    /** Where a member of staff has signed in: in Telegram if there, else in the web chat, else by mail; the newest of each first. */
    public Optional<Line> lineOf(long staffId) {
        return lines(STAFF.ID.eq(staffId)).stream().findFirst();
    }

    /** Where those are signed in who take what nobody has taken. */
    public List<Line> linesOfManagers() {
        return lines(STAFF.ROLE.in("manager", "admin"));
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
                .orderBy(
                        case_(CONVERSATION.CHANNEL)
                                .when("telegram", 0)
                                .when("webchat", 1)
                                .else_(2),
                        CONVERSATION.ID.desc())
                .fetch(row -> new Line(
                        row.value1(),
                        new Address(row.value2(), row.value3(), row.value4()),
                        Optional.ofNullable(row.value5()).flatMap(Language::of).orElse(Language.EN)));
    }
}
