package org.otklik.contacts;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Ties;
import org.otklik.conversation.Way;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Writes to people who have not asked just now: where they prefer, else where they wrote last, else by mail. In their own language.
 */
public final class Correspondence {
    private final DSLContext sql;
    private final Texts texts;
    private final Organization organization;

    public Correspondence(DSLContext sql, Texts texts, Organization organization) {
        this.sql = sql;
        this.texts = texts;
        this.organization = organization;
    }

    /**
     * What to write.
     *
     * @param subject of a letter
     * @param answers the message of somebody else that it follows from
     */
    public record Note(Text subject, Text text, List<Way> ways, Optional<Long> answers) {
        public Note {
            ways = List.copyOf(ways);
        }
    }

    private record Place(long conversationId, Address address, Optional<Instant> lastHeard) {}

    /** The language in which somebody is written to. */
    public Language language(ContactRecord contact) {
        return Optional.ofNullable(contact.getLanguage()).flatMap(Language::of).orElse(organization.language());
    }

    /**
     * Queues a note for somebody.
     *
     * @return the conversation that it goes to; empty where they can't be reached in any way
     */
    public Optional<Long> write(long contactId, Note note, Instant at) {
        return new Contacts(sql)
                .find(contactId)
                .flatMap(contact -> draft(contact, note, at))
                .map(draft -> {
                    new Outbox(sql).queue(draft, at);
                    return draft.conversationId();
                });
    }

    private Optional<Outbox.Draft> draft(ContactRecord contact, Note note, Instant at) {
        var reader = language(contact);
        var place = place(contact.getId());
        return place.filter(found -> !Letterbox.isLetterbox(found.address()))
                .map(found -> new Outbox.Draft(
                        found.conversationId(),
                        found.address(),
                        texts.say(reader, note.text()),
                        new Payload.Said(choices(note, reader), Author.BOT),
                        reader,
                        note.answers()))
                .or(() -> place.map(found -> found.address().value())
                        .or(() -> mailAddress(contact.getId()))
                        .flatMap(address -> letter(address, note, reader, at)));
    }

    private Optional<Outbox.Draft> letter(String address, Note note, Language reader, Instant at) {
        var letter = new Letterbox.Letter(
                texts.say(reader, note.subject()),
                texts.say(reader, note.text()),
                choices(note, reader),
                reader,
                note.answers());
        return organization.mailbox().map(mailbox -> new Letterbox(sql, mailbox).draft(address, letter, at));
    }

    private List<Choice> choices(Note note, Language reader) {
        return note.ways().stream()
                .map(way -> new Choice(texts.say(reader, way.label()), way.action(), Choice.Answer.NEITHER))
                .toList();
    }

    /** The conversation to use, of those that somebody has. */
    private Optional<Place> place(long contactId) {
        var preferred = sql.select(CONTACT_POINT.KIND)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.PREFERRED)
                .and(CONTACT_POINT.STATUS.in("verified", "claimed"))
                .fetchOptional(CONTACT_POINT.KIND);
        var lastHeard = select(max(MESSAGE.RECEIVED_AT))
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .and(MESSAGE.DIRECTION.eq("in"))
                .asField("last_heard");
        return sql
                .select(CONVERSATION.ID, CONVERSATION.CHANNEL, CONVERSATION.ACCOUNT, CONVERSATION.ADDRESS, lastHeard)
                .from(CONVERSATION)
                .where(CONVERSATION.CONTACT_ID.eq(contactId))
                .and(CONVERSATION.BLOCKED_AT.isNull())
                .and(Ties.hold())
                .fetch(row -> new Place(
                        row.value1(),
                        new Address(row.value2(), row.value3(), row.value4()),
                        Optional.ofNullable(row.get("last_heard", Instant.class))))
                .stream()
                .max(Comparator.comparing((Place place) -> preferred
                                .filter(place.address().channel()::equals)
                                .isPresent())
                        .thenComparing(place -> place.lastHeard().orElse(Instant.MIN))
                        .thenComparingLong(Place::conversationId));
    }

    private Optional<String> mailAddress(long contactId) {
        return sql.select(CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq(PointKind.EMAIL.code()))
                .and(CONTACT_POINT.STATUS.in("verified", "claimed"))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.STATUS.desc(), CONTACT_POINT.ID)
                .limit(1)
                .fetchOptional(CONTACT_POINT.VALUE);
    }
}
