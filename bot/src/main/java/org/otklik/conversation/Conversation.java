package org.otklik.conversation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Address;
import org.otklik.schema.tables.records.ConversationRecord;

/** One conversation as a turn finds it. */
public record Conversation(
        long id, Address address, Optional<Long> contactId, Identity identity, Owner owner, Optional<Long> assigneeId) {

    static Conversation of(ConversationRecord row) {
        return new Conversation(
                row.getId(),
                new Address(row.getChannel(), row.getAccount(), row.getAddress()),
                optional(row.getContactId()),
                Identity.valueOf(row.getIdentity().toUpperCase(Locale.ROOT)),
                Owner.valueOf(row.getOwner().toUpperCase(Locale.ROOT)),
                optional(row.getAssigneeId()));
    }

    /** The same, as one of that contact. */
    Conversation of(long contact, Identity proof) {
        return new Conversation(id, address, Optional.of(contact), proof, owner, assigneeId);
    }

    private static Optional<Long> optional(@Nullable Long id) {
        return Optional.ofNullable(id);
    }
}
