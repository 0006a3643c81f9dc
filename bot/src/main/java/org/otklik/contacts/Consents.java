package org.otklik.contacts;

import static org.otklik.schema.Tables.CONSENT;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
        keep(new Word(contactId, purpose, true, channel, "conversation", Optional.of(messageId)), at);
    }

    /** Keeps a refusal, which holds until the same is granted again. */
    public void refuse(long contactId, Purpose purpose, String channel, long messageId, Instant at) {
        keep(new Word(contactId, purpose, false, channel, "conversation", Optional.of(messageId)), at);
    }

    /** Keeps a refusal by the link in a mailing. */
    public void refuseByLink(long contactId, Purpose purpose, Instant at) {
        keep(new Word(contactId, purpose, false, "email", "one-click", Optional.empty()), at);
    }

    private record Word(
            long contactId,
            Purpose purpose,
            boolean isGranted,
            String channel,
            String source,
            Optional<Long> messageId) {}

    private void keep(Word word, Instant at) {
        sql.insertInto(CONSENT)
                .set(CONSENT.CONTACT_ID, word.contactId())
                .set(CONSENT.PURPOSE, word.purpose().name().toLowerCase(Locale.ROOT))
                .set(CONSENT.CHANNEL, word.channel())
                .set(CONSENT.GRANTED, word.isGranted())
                .set(CONSENT.AT, at)
                .set(CONSENT.SOURCE, word.source())
                .set(CONSENT.MESSAGE_ID, word.messageId().orElse(null))
                .execute();
    }

    /** What a contact has said last of a purpose; empty when never asked. */
    public Optional<Boolean> last(long contactId, Purpose purpose) {
        return sql.select(CONSENT.GRANTED)
                .from(CONSENT)
                .where(CONSENT.CONTACT_ID.eq(contactId))
                .and(CONSENT.PURPOSE.eq(purpose.name().toLowerCase(Locale.ROOT)))
                .orderBy(CONSENT.AT.desc(), CONSENT.ID.desc())
                .limit(1)
                .fetchOptional(CONSENT.GRANTED);
    }
}
