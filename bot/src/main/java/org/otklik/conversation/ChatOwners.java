package org.otklik.conversation;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;

import java.util.List;
import org.jooq.DSLContext;

/**
 * Whose a chat is in a medium where everybody has one number for good: that of the one contact who has the number, proven, at
 * whichever account of ours it is. A number that was given up proves nothing any more.
 */
final class ChatOwners {
    private final DSLContext sql;

    ChatOwners(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Somebody who has, or had, the number.
     *
     * @param isTied whether the conversation is tied to them
     */
    private record Holder(long contactId, String status, boolean isTied) {}

    /** The conversation as of who it is by its address. */
    Conversation of(Conversation conversation) {
        var holders = holders(conversation);
        boolean isTied = conversation.contactId().isPresent() && conversation.identity() != Identity.ANONYMOUS;
        var own = holders.stream().filter(Holder::isTied).toList();
        boolean isGivenUp = !own.isEmpty() && own.stream().allMatch(holder -> holder.status.equals("old"));
        if (isTied && !isGivenUp) {
            return conversation;
        }
        var proven = holders.stream()
                .filter(holder -> holder.status.equals("verified"))
                .map(Holder::contactId)
                .distinct()
                .toList();
        if (proven.size() == 1) {
            var identity = elsewhere(conversation, proven.getFirst());
            new Ties(sql).set(conversation.id(), proven.getFirst(), identity);
            return conversation.of(proven.getFirst(), identity);
        }
        return isTied ? conversation.ofNobody() : conversation;
    }

    private List<Holder> holders(Conversation conversation) {
        var own = CONTACT.as("own");
        var tied = CONTACT.as("tied");
        var isTied = field(exists(selectOne()
                .from(tied)
                .where(tied.ID.eq(conversation.contactId().orElse(0L)))
                .and(coalesce(tied.MERGED_INTO, tied.ID).eq(CONTACT.ID))));
        return sql.select(CONTACT.ID, CONTACT_POINT.STATUS, isTied)
                .from(CONTACT_POINT)
                .join(own)
                .on(own.ID.eq(CONTACT_POINT.CONTACT_ID))
                .join(CONTACT)
                .on(CONTACT.ID.eq(coalesce(own.MERGED_INTO, own.ID)))
                .where(Ties.pointsOf(conversation.address()))
                .and(CONTACT.ERASED_AT.isNull())
                .fetch(row -> new Holder(row.value1(), row.value2(), row.value3()));
    }

    /**
     * As sure as at any other account of ours, where a conversation may keep the record that was merged into theirs; what was
     * written down without a conversation is as good as a proof.
     */
    private Identity elsewhere(Conversation conversation, long contactId) {
        boolean isLinked = sql.fetchExists(selectOne()
                .from(CONVERSATION)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONVERSATION.CONTACT_ID))
                .where(CONVERSATION.CHANNEL.eq(conversation.address().channel()))
                .and(CONVERSATION.ADDRESS.eq(conversation.address().value()))
                .and(coalesce(CONTACT.MERGED_INTO, CONTACT.ID).eq(contactId))
                .and(CONVERSATION.IDENTITY.eq(Identity.LINKED.code())));
        return isLinked ? Identity.LINKED : Identity.VERIFIED;
    }
}
