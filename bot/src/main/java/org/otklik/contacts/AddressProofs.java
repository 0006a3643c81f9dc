package org.otklik.contacts;

import static org.otklik.schema.Tables.ADDRESS_PROOF;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.AddressProofRecord;

/**
 * Proofs that somebody reads what comes to an e-mail address: a letter with a button goes there, which works once, and for a day.
 * The button itself is checked to be pressed where the letter went.
 */
public final class AddressProofs {
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final DSLContext sql;

    public AddressProofs(DSLContext sql) {
        this.sql = sql;
    }

    /** What somebody wants who has to prove an address. */
    public enum Purpose {
        EXPORT,
        ERASURE,
        NEWSLETTER,
        /** The answer to a case. */
        ANSWER
    }

    /**
     * A proof to be asked for.
     *
     * @param contactId who has the address, as far as we know
     * @param caseId the case that it belongs to
     */
    public record Asked(Purpose purpose, String address, Optional<Long> contactId, Optional<Long> caseId) {}

    /** Keeps that a proof was asked for; its number goes into the button. */
    public long ask(Asked asked, Instant at) {
        return sql.insertInto(ADDRESS_PROOF)
                .set(ADDRESS_PROOF.PURPOSE, asked.purpose().name().toLowerCase(Locale.ROOT))
                .set(ADDRESS_PROOF.ADDRESS, asked.address())
                .set(ADDRESS_PROOF.CONTACT_ID, asked.contactId().orElse(null))
                .set(ADDRESS_PROOF.CASE_ID, asked.caseId().orElse(null))
                .set(ADDRESS_PROOF.CREATED_AT, at)
                .set(ADDRESS_PROOF.EXPIRES_AT, at.plus(LIFETIME))
                .returningResult(ADDRESS_PROOF.ID)
                .fetchSingle(ADDRESS_PROOF.ID);
    }

    /** What was proven; empty when the button has been used, or is too old. */
    public Optional<AddressProofRecord> use(long id, Instant at) {
        return sql.update(ADDRESS_PROOF)
                .set(ADDRESS_PROOF.USED_AT, at)
                .where(ADDRESS_PROOF.ID.eq(id))
                .and(ADDRESS_PROOF.USED_AT.isNull())
                .and(ADDRESS_PROOF.EXPIRES_AT.gt(at))
                .returning()
                .fetchOptional();
    }

    /** Voids what was asked of other addresses for a case and is not proven yet; says whether there was any. */
    public boolean withdraw(Purpose purpose, long caseId, String address, Instant at) {
        return sql.update(ADDRESS_PROOF)
                        .set(ADDRESS_PROOF.EXPIRES_AT, at)
                        .where(ADDRESS_PROOF.PURPOSE.eq(purpose.name().toLowerCase(Locale.ROOT)))
                        .and(ADDRESS_PROOF.CASE_ID.eq(caseId))
                        .and(ADDRESS_PROOF.ADDRESS.ne(address))
                        .and(ADDRESS_PROOF.USED_AT.isNull())
                        .and(ADDRESS_PROOF.EXPIRES_AT.gt(at))
                        .execute()
                > 0;
    }

    /** Who alone has an e-mail address; nobody where two share it. */
    public Optional<Long> owner(String address) {
        var owners = sql.selectDistinct(CONTACT.ID)
                .from(CONTACT_POINT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_POINT.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq(PointKind.EMAIL.code()))
                .and(CONTACT_POINT.VALUE.eq(address.toLowerCase(Locale.ROOT)))
                .and(CONTACT_POINT.STATUS.in("verified", "bounced"))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .limit(2)
                .fetch(CONTACT.ID);
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
