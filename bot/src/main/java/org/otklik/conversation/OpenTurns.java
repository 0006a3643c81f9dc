package org.otklik.conversation;

import static org.otklik.schema.Tables.STAFF;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.access.Role;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.ChangeContext;

/** Makes a turn of a locked conversation and one of its messages: finds out who speaks, and says so to the change log. */
final class OpenTurns {
    private final Texts texts;
    private final Clock clock;

    OpenTurns(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    Turn open(DSLContext sql, ConversationRecord row, MessageRecord message) {
        var conversation = Conversation.of(row);
        var speaker = speaker(sql, conversation);
        var now = clock.instant();
        var author = new ChangeContext(
                speaker.staff().map(Speaker.Staff::id), speaker.contactId(), Optional.of(message.getId()), now);
        long id = author.applyTo(sql);
        var state = Json.read(row.getState(), ConversationState.class);
        return new Turn(sql, conversation, state, inbound(message), speaker, id, now, texts);
    }

    private static Inbound inbound(MessageRecord row) {
        var payload = Json.read(row.getPayload(), Payload.Received.class);
        return new Inbound(
                row.getId(),
                row.getBody(),
                payload.press(),
                payload.code(),
                payload.hint(),
                row.getSentAt(),
                row.getAttempts());
    }

    private static Speaker speaker(DSLContext sql, Conversation conversation) {
        var staff = conversation
                .contactId()
                .filter(id -> conversation.identity() == Identity.VERIFIED)
                .flatMap(id -> sql.selectFrom(STAFF)
                        .where(STAFF.CONTACT_ID.eq(id))
                        .and(STAFF.ACTIVE)
                        .fetchOptional())
                .map(found -> new Speaker.Staff(found.getId(), Role.of(found.getRole())));
        return new Speaker(conversation.identity(), conversation.contactId(), staff);
    }
}
