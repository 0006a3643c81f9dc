package org.otklik.conversation;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.Address;

/**
 * Ties conversations to contacts. In a medium where everybody has one number for good, the number is kept with the contact as well, so
 * that it stands for them whichever account of ours they write to.
 */
public final class Ties {
    /** The media whose addresses are kinds of contact points, and stand for one person wherever they write. */
    private static final Set<String> NUMBERED = Set.of("telegram");

    private final DSLContext sql;

    Ties(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether the conversation of a query is still with whom it was: not where they have given the address up. */
    public static Condition hold() {
        return notExists(selectOne()
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(CONVERSATION.CONTACT_ID))
                .and(CONTACT_POINT.KIND.eq(CONVERSATION.CHANNEL))
                .and(CONTACT_POINT.VALUE.eq(CONVERSATION.ADDRESS))
                .and(CONTACT_POINT.STATUS.eq("old")));
    }

    static boolean areLasting(Address address) {
        return NUMBERED.contains(address.channel());
    }

    /** What is kept of an address with any contact. */
    static Condition pointsOf(Address address) {
        return CONTACT_POINT.KIND.eq(address.channel()).and(CONTACT_POINT.VALUE.eq(address.value()));
    }

    /** Ties a conversation to a contact. What the address was proven to be before it is no longer. */
    void tie(Conversation conversation, long contactId, Identity identity) {
        set(conversation.id(), contactId, identity);
        if (identity != Identity.ANONYMOUS && areLasting(conversation.address())) {
            var address = conversation.address();
            sql.update(CONTACT_POINT)
                    .set(CONTACT_POINT.STATUS, "old")
                    .where(pointsOf(address))
                    .and(CONTACT_POINT.CONTACT_ID.ne(contactId))
                    .and(CONTACT_POINT.STATUS.ne("old"))
                    .execute();
            sql.insertInto(CONTACT_POINT)
                    .set(CONTACT_POINT.CONTACT_ID, contactId)
                    .set(CONTACT_POINT.KIND, address.channel())
                    .set(CONTACT_POINT.VALUE, address.value())
                    .set(CONTACT_POINT.STATUS, "verified")
                    .onConflict(CONTACT_POINT.CONTACT_ID, CONTACT_POINT.KIND, CONTACT_POINT.VALUE)
                    .doUpdate()
                    .set(CONTACT_POINT.STATUS, "verified")
                    .where(CONTACT_POINT.STATUS.ne("verified"))
                    .execute();
        }
    }

    /** Notes what an address has proven by itself. */
    void set(long conversationId, long contactId, Identity identity) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.CONTACT_ID, contactId)
                .set(CONVERSATION.IDENTITY, identity.code())
                .where(CONVERSATION.ID.eq(conversationId))
                .execute();
    }

    /** Nobody known writes in the conversation from now on. */
    void loosen(Conversation conversation) {
        sql.update(CONVERSATION)
                .setNull(CONVERSATION.CONTACT_ID)
                .set(CONVERSATION.IDENTITY, Identity.ANONYMOUS.code())
                .where(CONVERSATION.ID.eq(conversation.id()))
                .execute();
        if (areLasting(conversation.address())) {
            sql.update(CONTACT_POINT)
                    .set(CONTACT_POINT.STATUS, "old")
                    .where(pointsOf(conversation.address()))
                    .execute();
        }
    }
}
