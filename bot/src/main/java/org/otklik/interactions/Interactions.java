package org.otklik.interactions;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.INTERACTION;

import java.time.LocalDate;
import java.util.Locale;
import org.jooq.DSLContext;

/** The log of dealings with people. */
public final class Interactions {
    private final DSLContext sql;

    public Interactions(DSLContext sql) {
        this.sql = sql;
    }

    /** What kind of dealing it was. */
    public enum Kind {
        CALL,
        MEETING,
        EMAIL,
        LETTER,
        MESSAGE,
        VISIT,
        EVENT,
        NOTE
    }

    /**
     * Something that happened.
     *
     * @param happenedOn the day, in the organisation's zone
     * @param summary what was said of it, in the words of who logged it
     */
    public record NewInteraction(
            long contactId, Kind kind, LocalDate happenedOn, String summary, long loggedBy, long messageId) {}

    public long add(NewInteraction interaction) {
        return sql.insertInto(INTERACTION)
                .set(INTERACTION.CONTACT_ID, interaction.contactId())
                .set(INTERACTION.KIND, interaction.kind().name().toLowerCase(Locale.ROOT))
                .set(INTERACTION.HAPPENED_ON, interaction.happenedOn())
                .set(INTERACTION.SUMMARY, interaction.summary())
                .set(INTERACTION.LOGGED_BY, interaction.loggedBy())
                .set(INTERACTION.MESSAGE_ID, interaction.messageId())
                .returningResult(INTERACTION.ID)
                .fetchSingle(INTERACTION.ID);
    }

    /** Whether a message has already been logged with somebody. */
    public boolean isOf(long messageId, long contactId) {
        return sql.fetchExists(
                INTERACTION, INTERACTION.MESSAGE_ID.eq(messageId).and(INTERACTION.CONTACT_ID.eq(contactId)));
    }

    /**
     * Keeps what somebody outside has said for the record, in their own words.
     *
     * @param happenedOn the day, in the organisation's zone
     */
    public record OwnWords(long contactId, LocalDate happenedOn, String words, String channel, long messageId) {}

    public long add(OwnWords said) {
        return sql.insertInto(INTERACTION)
                .set(INTERACTION.CONTACT_ID, said.contactId())
                .set(INTERACTION.KIND, "message")
                .set(INTERACTION.DIRECTION, "in")
                .set(INTERACTION.HAPPENED_ON, said.happenedOn())
                .set(INTERACTION.SUMMARY, said.words())
                .set(INTERACTION.CHANNEL, said.channel())
                .set(INTERACTION.MESSAGE_ID, said.messageId())
                .returningResult(INTERACTION.ID)
                .fetchSingle(INTERACTION.ID);
    }

    /** A letter that somebody outside wrote, filed by a colleague. */
    public record ReceivedLetter(long contactId, LocalDate writtenOn, String words, long filedBy, long messageId) {}

    public long add(ReceivedLetter letter) {
        return sql.insertInto(INTERACTION)
                .set(INTERACTION.CONTACT_ID, letter.contactId())
                .set(INTERACTION.KIND, "email")
                .set(INTERACTION.DIRECTION, "in")
                .set(INTERACTION.HAPPENED_ON, letter.writtenOn())
                .set(INTERACTION.SUMMARY, letter.words())
                .set(INTERACTION.CHANNEL, "email")
                .set(INTERACTION.LOGGED_BY, letter.filedBy())
                .set(INTERACTION.MESSAGE_ID, letter.messageId())
                .returningResult(INTERACTION.ID)
                .fetchSingle(INTERACTION.ID);
    }

    /** Adds a line to what was logged. */
    void append(long interactionId, String words) {
        sql.update(INTERACTION)
                .set(
                        INTERACTION.SUMMARY,
                        case_().when(INTERACTION.SUMMARY.eq(""), words)
                                .else_(concat(INTERACTION.SUMMARY, val("\n" + words))))
                .where(INTERACTION.ID.eq(interactionId))
                .execute();
    }

    /** Puts right what was logged. */
    public void change(long interactionId, long contactId, Kind kind, LocalDate happenedOn, String summary) {
        sql.update(INTERACTION)
                .set(INTERACTION.CONTACT_ID, contactId)
                .set(INTERACTION.KIND, kind.name().toLowerCase(Locale.ROOT))
                .set(INTERACTION.HAPPENED_ON, happenedOn)
                .set(INTERACTION.SUMMARY, summary)
                .where(INTERACTION.ID.eq(interactionId))
                .execute();
    }
}
