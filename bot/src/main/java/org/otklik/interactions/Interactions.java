package org.otklik.interactions;

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
}
