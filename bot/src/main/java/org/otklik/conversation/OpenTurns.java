package org.otklik.conversation;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
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
        var inbound = Inbound.of(message);
        var speakers = new Speakers(sql);
        var conversation = speakers.proven(row, inbound);
        var speaker = speakers.of(conversation);
        var now = clock.instant();
        var author = new ChangeContext(
                speaker.staff().map(Speaker.Staff::id), speaker.contactId(), Optional.of(message.getId()), now);
        long id = author.applyTo(sql);
        var state = Json.read(row.getState(), ConversationState.class);
        return new Turn(sql, conversation, state, inbound, speaker, id, now, texts);
    }
}
