package org.otklik.contacts;

import static org.otklik.schema.Tables.ADDRESS_PROOF;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.conversation.Turn;
import org.otklik.links.Seal;
import org.otklik.schema.tables.records.AddressProofRecord;

/**
 * Proofs that somebody reads what comes to an e-mail address: a letter with a button goes there, which works once, and for a day.
 * The button itself is checked to be pressed where the letter went. Who asked in a chat may type the letter's code there instead.
 */
public final class AddressProofs {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final String USE = "address-proof";
    /** Who asks more often has not got them, or means harm. */
    private static final int MOST_LETTERS = 3;

    private static final int MOST_OPEN = 5;

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
        ANSWER,
        /** That the chat is theirs. */
        LINK
    }

    /**
     * A proof to be asked for.
     *
     * @param contactId who has the address, as far as we know
     * @param caseId the case that it belongs to
     * @param chatId the conversation in which the code can be typed; empty for letters, which have their button
     */
    public record Asked(
            Purpose purpose, String address, Optional<Long> contactId, Optional<Long> caseId, Optional<Long> chatId) {
        /** One that was asked for in a turn. */
        public static Asked in(
                Turn turn, Purpose purpose, String address, Optional<Long> contactId, Optional<Long> caseId) {
            boolean isChat = turn.message().letter().isEmpty();
            var chat = Optional.of(turn.conversation().id()).filter(_ -> isChat);
            return new Asked(purpose, address, contactId, caseId, chat);
        }
    }

    /** What was wanted by it. */
    public static Purpose purpose(AddressProofRecord proof) {
        return Purpose.valueOf(proof.getPurpose().toUpperCase(Locale.ROOT));
    }

    /** Keeps that a proof was asked for; its number goes into the button. */
    public long ask(Asked asked, Instant at) {
        return sql.insertInto(ADDRESS_PROOF)
                .set(ADDRESS_PROOF.PURPOSE, asked.purpose().name().toLowerCase(Locale.ROOT))
                .set(ADDRESS_PROOF.ADDRESS, asked.address())
                .set(ADDRESS_PROOF.CONTACT_ID, asked.contactId().orElse(null))
                .set(ADDRESS_PROOF.CASE_ID, asked.caseId().orElse(null))
                .set(ADDRESS_PROOF.CHAT_ID, asked.chatId().orElse(null))
                .set(ADDRESS_PROOF.CREATED_AT, at)
                .set(ADDRESS_PROOF.EXPIRES_AT, at.plus(LIFETIME))
                .returningResult(ADDRESS_PROOF.ID)
                .fetchSingle(ADDRESS_PROOF.ID);
    }

    /** The code that proves the same as the button in the chat where it was asked for; "none" where that was no chat. */
    public String codeFor(Turn turn, long id) {
        return turn.message().letter().isEmpty() ? Seal.of(sql).digits(USE, id) : "none";
    }

    /** The proof that a code is of, among those asked for in a conversation that are neither used nor too old. */
    public Optional<AddressProofRecord> typed(String code, long chatId, Instant at) {
        var open = sql.selectFrom(ADDRESS_PROOF)
                .where(isOpen(chatId, at))
                .orderBy(ADDRESS_PROOF.ID.desc())
                .limit(MOST_OPEN)
                .fetch();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var seal = Seal.of(sql);
        var typed = code.getBytes(StandardCharsets.US_ASCII);
        return open.stream()
                .filter(proof -> MessageDigest.isEqual(
                        seal.digits(USE, proof.getId()).getBytes(StandardCharsets.US_ASCII), typed))
                .findFirst();
    }

    /** Whether the code of a letter may still be typed in a conversation. */
    public boolean isAwaited(long chatId, Instant at) {
        return sql.fetchExists(ADDRESS_PROOF, isOpen(chatId, at));
    }

    private static Condition isOpen(long chatId, Instant at) {
        return ADDRESS_PROOF
                .CHAT_ID
                .eq(chatId)
                .and(ADDRESS_PROOF.USED_AT.isNull())
                .and(ADDRESS_PROOF.EXPIRES_AT.gt(at));
    }

    /** Whether so many letters were asked for within a day, to an address or from a chat, that no more should go. */
    public boolean areTooMany(String address, long chatId, Instant at) {
        var sinceYesterday = ADDRESS_PROOF.CREATED_AT.gt(at.minus(LIFETIME));
        return sql.fetchCount(ADDRESS_PROOF, ADDRESS_PROOF.ADDRESS.eq(address).and(sinceYesterday)) >= MOST_LETTERS
                || sql.fetchCount(
                                ADDRESS_PROOF, ADDRESS_PROOF.CHAT_ID.eq(chatId).and(sinceYesterday))
                        >= MOST_OPEN;
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
        return holder(address, List.of("verified", "bounced"));
    }

    /** The same, also where it was only written down, and nobody has proven it: who reads what comes there is whom we mean. */
    public Optional<Long> reader(String address) {
        boolean isProven = sql.fetchExists(
                CONTACT_POINT,
                CONTACT_POINT
                        .KIND
                        .eq(PointKind.EMAIL.code())
                        .and(CONTACT_POINT.VALUE.eq(address.toLowerCase(Locale.ROOT)))
                        .and(CONTACT_POINT.STATUS.in("verified", "bounced")));
        return isProven ? owner(address) : holder(address, List.of("claimed"));
    }

    private Optional<Long> holder(String address, List<String> statuses) {
        var owners = sql.selectDistinct(CONTACT.ID)
                .from(CONTACT_POINT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_POINT.CONTACT_ID))
                .where(CONTACT_POINT.KIND.eq(PointKind.EMAIL.code()))
                .and(CONTACT_POINT.VALUE.eq(address.toLowerCase(Locale.ROOT)))
                .and(CONTACT_POINT.STATUS.in(statuses))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .limit(2)
                .fetch(CONTACT.ID);
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
