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
