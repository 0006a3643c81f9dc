package org.otklik.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.ChangeContext;

/** Makes a turn of a locked conversation and one of its messages: finds out who speaks, and says so to the change log. */
final class OpenTurns {
    private final Texts texts;
    private final Language usual;
    private final Clock clock;
    private final Predicate<String> sharesPhones;

    /**
     * @param usual for people whose language is not known yet
     * @param sharesPhones the names of the channels on which a button can ask for somebody's own number
     */
    OpenTurns(Texts texts, Language usual, Clock clock, Predicate<String> sharesPhones) {
        this.texts = texts;
        this.usual = usual;
        this.clock = clock;
        this.sharesPhones = sharesPhones;
    }

    Turn open(DSLContext sql, ConversationRecord row, MessageRecord message) {
        var inbound = Inbound.of(message);
        var now = clock.instant();
        if (row.getBlockedAt() != null) {
            new BlockedChats(sql).reopen(row, now);
        }
        var speakers = new Speakers(sql);
        var proven = speakers.proven(row, inbound);
        var speaker = speakers.of(proven);
        var author = new ChangeContext(
                speaker.staff().map(Speaker.Staff::id), speaker.contactId(), Optional.of(message.getId()), now);
        long id = author.applyTo(sql);
        var whole = Json.read(row.getState(), ConversationState.class);
        var thread = new LetterThreads(sql).of(proven, inbound, now);
        var conversation = thread.map(proven::in).orElse(proven);
        var state = thread.map(found ->
                        Json.read(found.getState(), ConversationState.class).in(whole))
                .orElse(whole);
        var language = state.asked()
                .or(state::spoken)
                .or(speaker::language)
                .or(inbound::hint)
                .orElse(usual);
        boolean canSharePhone = inbound.author().isEmpty()
                && sharesPhones.test(conversation.address().channel());
        return new Turn(sql, conversation, state, inbound, speaker, id, now, texts, language, canSharePhone);
    }
}
