package org.otklik.confirmations;

import static org.otklik.schema.Tables.CONFIRMATION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.schema.tables.records.ConfirmationRecord;

/**
 * Commands that wait for the code that their author was sent. A code has eight digits, works once, for a day, for one colleague and
 * for the very command that it was made for; only its hash is kept.
 */
final class Confirmations {
    /** How long a code works. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private static final int ALL_CODES = 100_000_000;
    private static final int MOST_TRIES = 5;

    private final DSLContext sql;

    Confirmations(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Who wants what.
     *
     * @param messageId the message that asks for it
     */
    record Wish(long staffId, long messageId, Action action) {}

    /** Makes the code for a command. */
    String create(Wish wish, SecureRandom random, Instant at) {
        var code = "%08d".formatted(random.nextInt(ALL_CODES));
        sql.insertInto(CONFIRMATION)
                .set(CONFIRMATION.STAFF_ID, wish.staffId())
                .set(CONFIRMATION.MESSAGE_ID, wish.messageId())
                .set(CONFIRMATION.ACTION, Json.write(wish.action()))
                .set(CONFIRMATION.CODE_HASH, hash(code, wish.staffId()))
                .set(CONFIRMATION.CREATED_AT, at)
                .set(CONFIRMATION.EXPIRES_AT, at.plus(LIFETIME))
                .execute();
        return code;
    }

    /** Whether a colleague has been sent a code lately, whatever has become of it. */
    boolean isAwaited(long staffId, Instant at) {
        return sql.fetchExists(
                CONFIRMATION,
                CONFIRMATION.STAFF_ID.eq(staffId).and(CONFIRMATION.CREATED_AT.gt(at.minus(LIFETIME.multipliedBy(2)))));
    }

    /**
     * The command that a code confirms; the code is used up by it. Each code that fits nothing counts against all that are open, so
     * that none can be guessed.
     */
    Optional<Action> redeem(long staffId, String code, Instant at) {
        var hash = hash(code, staffId);
        var open = sql.selectFrom(CONFIRMATION)
                .where(isOpen(staffId, at))
                .orderBy(CONFIRMATION.ID)
                .forUpdate()
                .fetch();
        Optional<ConfirmationRecord> found = Optional.empty();
        for (var row : open) {
            // In constant time, and all of them, so that how long it takes tells nothing.
            found = MessageDigest.isEqual(hash, row.getCodeHash()) ? Optional.of(row) : found;
        }
        found.ifPresentOrElse(
                row -> use(row, at),
                () -> sql.update(CONFIRMATION)
                        .set(CONFIRMATION.TRIES, CONFIRMATION.TRIES.plus(1))
                        .where(isOpen(staffId, at))
                        .execute());
        return found.map(row -> Json.read(row.getAction(), Action.class));
    }

    private static Condition isOpen(long staffId, Instant at) {
        return CONFIRMATION
                .STAFF_ID
                .eq(staffId)
                .and(CONFIRMATION.USED_AT.isNull())
                .and(CONFIRMATION.EXPIRES_AT.gt(at))
                .and(CONFIRMATION.TRIES.lt(MOST_TRIES));
    }

    private void use(ConfirmationRecord row, Instant at) {
        sql.update(CONFIRMATION)
                .set(CONFIRMATION.USED_AT, at)
                .where(CONFIRMATION.ID.eq(row.getId()))
                .execute();
    }

    private static byte[] hash(String code, long staffId) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((staffId + ":" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
