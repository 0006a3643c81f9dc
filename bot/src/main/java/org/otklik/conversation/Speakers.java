package org.otklik.conversation;

import static org.jooq.impl.DSL.coalesce;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.STAFF;

import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.access.Role;
import org.otklik.channels.Address;
import org.otklik.channels.Letter.Authentication;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.ConversationRecord;

/**
 * Finds out whose conversation a message belongs to. A chat proves its sender each time; a letter does only where the
 * organisation's mail server says so, and then belongs to the one contact that has the address. What is written in a group is read by
 * others, and so written by nobody known.
 */
final class Speakers {
    private final DSLContext sql;

    Speakers(DSLContext sql) {
        this.sql = sql;
    }

    /** The conversation as far as this message proves who writes in it. */
    Conversation proven(ConversationRecord row, Inbound message) {
        var conversation = Conversation.of(row);
        if (message.letter().isPresent()) {
            boolean isProven = message.letter().get().authentication() == Authentication.PASSED;
            return isProven ? ofLetter(conversation) : conversation.ofNobody();
        }
        if (message.author().isPresent()) {
            return conversation.ofNobody();
        }
        return Ties.areLasting(conversation.address()) ? new ChatOwners(sql).of(conversation) : conversation;
    }

    private Conversation ofLetter(Conversation conversation) {
        if (conversation
                        .contactId()
                        .filter(contact -> isOf(conversation.address(), contact))
                        .isPresent()
                && conversation.identity() != Identity.ANONYMOUS) {
            return conversation;
        }
        var owner = owner(conversation.address());
        owner.ifPresent(contact -> new Ties(sql).set(conversation.id(), contact, Identity.VERIFIED));
        return owner.map(contact -> conversation.of(contact, Identity.VERIFIED)).orElseGet(conversation::ofNobody);
    }

    /** An address that somebody has given up proves no longer that they write. */
    private boolean isOf(Address address, long contactId) {
        var own = CONTACT.as("own");
        return sql.fetchExists(sql.selectOne()
                .from(own)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.CONTACT_ID.eq(coalesce(own.MERGED_INTO, own.ID)))
                .where(own.ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.VALUE.eq(address.value()))
                .and(CONTACT_POINT.STATUS.ne("old")));
    }

    /** Who alone has that address; nobody where two share it. */
    private Optional<Long> owner(Address address) {
        var owners = sql.select(CONTACT.ID)
                .from(CONTACT_POINT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_POINT.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.VALUE.eq(address.value()))
                .and(CONTACT_POINT.STATUS.in("verified", "bounced"))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .limit(2)
                .fetch(CONTACT.ID);
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    Speaker of(Conversation conversation) {
        var contact = conversation.contactId().flatMap(this::present);
        var language = contact.filter(present -> conversation.identity() != Identity.ANONYMOUS)
                .flatMap(present -> Optional.ofNullable(present.getLanguage()))
                .flatMap(Language::of);
        var staff = contact.map(ContactRecord::getId)
                .filter(id -> conversation.identity() == Identity.VERIFIED)
                .flatMap(id -> sql.selectFrom(STAFF)
                        .where(STAFF.CONTACT_ID.eq(id))
                        .and(STAFF.ACTIVE)
                        .fetchOptional())
                .map(found -> new Speaker.Staff(found.getId(), Role.of(found.getRole())));
        return new Speaker(conversation.identity(), contact.map(ContactRecord::getId), language, staff);
    }

    /** A conversation stays with a record that was merged into another, so that the two can be parted again. */
    private Optional<ContactRecord> present(long contactId) {
        var own = CONTACT.as("own");
        return sql.select(CONTACT.ID, CONTACT.LANGUAGE)
                .from(own)
                .join(CONTACT)
                .on(CONTACT.ID.eq(coalesce(own.MERGED_INTO, own.ID)))
                .where(own.ID.eq(contactId))
                .fetchOptionalInto(CONTACT);
    }
}
