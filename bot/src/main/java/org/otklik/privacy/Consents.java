package org.otklik.privacy;

import static org.otklik.schema.Tables.CONSENT;

import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;

/** What people have agreed to, and what they have refused. */
public final class Consents {
    private final DSLContext sql;

    public Consents(DSLContext sql) {
        this.sql = sql;
    }

    /** What a consent is for. */
    public enum Purpose {
        /** To keep name, address and what was said, as the notice before the question told. */
        DATA_PROCESSING,
        NEWSLETTER,
        APPEALS,
        SURVEYS,
        ALL_MAILINGS
    }

    /**
     * Keeps a consent.
     *
     * @param messageId the message by which it was given
     */
    public void grant(long contactId, Purpose purpose, String channel, long messageId, Instant at) {
        sql.insertInto(CONSENT)
                .set(CONSENT.CONTACT_ID, contactId)
                .set(CONSENT.PURPOSE, purpose.name().toLowerCase(Locale.ROOT))
                .set(CONSENT.CHANNEL, channel)
                .set(CONSENT.GRANTED, true)
                .set(CONSENT.AT, at)
                .set(CONSENT.SOURCE, "conversation")
                .set(CONSENT.MESSAGE_ID, messageId)
                .execute();
    }
}
