package org.otklik.conversation;

import static org.otklik.schema.Tables.CONVERSATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Threading;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;

/** Where people can be written to who have not written first: letters alone begin with us. */
public final class Letterbox {
    private static final String MEDIUM = "email";

    private final DSLContext sql;
    private final String mailbox;

    /** @param mailbox the address that the organisation writes from */
    public Letterbox(DSLContext sql, String mailbox) {
        this.sql = sql;
        this.mailbox = mailbox;
    }

    /**
     * The words of a letter.
     *
     * @param answers the message in another conversation that it follows from
     */
    public record Letter(String subject, String text, List<Choice> choices, Language language, Optional<Long> answers) {
        public Letter {
            choices = List.copyOf(choices);
        }

        static Letter of(Texts texts, Language reader, Text subject, Text text, List<Way> ways) {
            return new Letter(
                    texts.say(reader, subject),
                    texts.say(reader, text),
                    Way.choices(ways, texts, reader),
                    reader,
                    Optional.empty());
        }

        /** The same, as one that follows from a message. */
        Letter about(long messageId) {
            return new Letter(subject, text, choices, language, Optional.of(messageId));
        }
    }

    /** Whether what goes to an address is a letter, which needs a subject. */
    public static boolean isLetterbox(Address address) {
        return address.channel().equals(MEDIUM);
    }

    /** Makes a letter to an address ready to go, in the conversation with that address. */
    public Outbox.Draft draft(String address, Letter letter, Instant at) {
        var to = new Address(MEDIUM, mailbox, address);
        var threading = new Threading(letter.subject(), Optional.empty(), List.of());
        return new Outbox.Draft(
                conversation(to, letter.language(), at),
                to,
                letter.text(),
                new Payload.Said(letter.choices(), Author.BOT, Optional.of(threading), 0, List.of()),
                letter.language(),
                letter.answers());
    }

    /** Where somebody whose address it surely is can be told something, whether they have written from there or not. */
    public Handoffs.Line lineOf(long contactId, String address, Language language, Instant at) {
        var to = new Address(MEDIUM, mailbox, address);
        long id = conversation(to, language, at);
        sql.update(CONVERSATION)
                .set(CONVERSATION.CONTACT_ID, contactId)
                .set(CONVERSATION.IDENTITY, Identity.VERIFIED.code())
                .where(CONVERSATION.ID.eq(id))
                .and(CONVERSATION.CONTACT_ID.isNull())
                .execute();
        return new Handoffs.Line(id, to, language, Optional.empty());
    }

    private long conversation(Address address, Language language, Instant at) {
        return find(address)
                .or(() -> sql.insertInto(CONVERSATION)
                        .set(CONVERSATION.CHANNEL, address.channel())
                        .set(CONVERSATION.ACCOUNT, address.account())
                        .set(CONVERSATION.ADDRESS, address.value())
                        .set(CONVERSATION.STATE, Json.write(ConversationState.EMPTY.speaking(language)))
                        .set(CONVERSATION.CREATED_AT, at)
                        .onConflictDoNothing()
                        .returningResult(CONVERSATION.ID)
                        .fetchOptional(CONVERSATION.ID))
                .or(() -> find(address))
                .orElseThrow();
    }

    private Optional<Long> find(Address address) {
        return sql.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.CHANNEL.eq(address.channel()))
                .and(CONVERSATION.ACCOUNT.eq(address.account()))
                .and(CONVERSATION.ADDRESS.eq(address.value()))
                .fetchOptional(CONVERSATION.ID);
    }
}
