package org.otklik.conversation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Address;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.schema.tables.records.LetterThreadRecord;

/**
 * One conversation as a turn finds it.
 *
 * @param owner who answers in it; of letters, in the thread that the message belongs to
 * @param threadId the thread that the message belongs to, where it is a letter
 */
public record Conversation(
        long id,
        Address address,
        Optional<Long> contactId,
        Identity identity,
        Owner owner,
        Optional<Long> assigneeId,
        Optional<Long> threadId) {

    static Conversation of(ConversationRecord row) {
        return new Conversation(
                row.getId(),
                new Address(row.getChannel(), row.getAccount(), row.getAddress()),
                optional(row.getContactId()),
                Identity.valueOf(row.getIdentity().toUpperCase(Locale.ROOT)),
                Owner.of(row.getOwner()),
                optional(row.getAssigneeId()),
                Optional.empty());
    }

    /** The same, as one of that contact. */
    Conversation of(long contact, Identity proof) {
        return new Conversation(id, address, Optional.of(contact), proof, owner, assigneeId, threadId);
    }

    /** The same, as of nobody known. */
    Conversation ofNobody() {
        return new Conversation(id, address, Optional.empty(), Identity.ANONYMOUS, owner, assigneeId, threadId);
    }

    /** One thread of it. */
    Conversation in(LetterThreadRecord thread) {
        return new Conversation(
                id,
                address,
                contactId,
                identity,
                Owner.of(thread.getOwner()),
                optional(thread.getAssigneeId()),
                Optional.of(thread.getId()));
    }

    /** What has the state, and the one who answers. */
    public Talk talk() {
        return new Talk(id, threadId);
    }

    private static Optional<Long> optional(@Nullable Long id) {
        return Optional.ofNullable(id);
    }
}
