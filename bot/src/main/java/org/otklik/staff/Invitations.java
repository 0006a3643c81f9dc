package org.otklik.staff;

import static org.otklik.schema.Tables.ONE_TIME_CODE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.access.Role;

/**
 * One-time codes by which members of staff sign in. That of a link has 192 random bits, one to be typed has eight digits; either
 * works once, and for a day.
 */
public final class Invitations {
    /** How long a link works. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final int CODE_BYTES = 24;
    private static final int ALL_CODES = 100_000_000;

    private final DSLContext sql;
    private final SecureRandom random;

    public Invitations(DSLContext sql, SecureRandom random) {
        this.sql = sql;
        this.random = random;
    }

    /** Makes a code for a member of staff; only its hash is kept. */
    public String create(long staffId, Instant at) {
        var secret = new byte[CODE_BYTES];
        random.nextBytes(secret);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.insertInto(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.CODE_HASH, hash(code))
                .set(ONE_TIME_CODE.PURPOSE, "staff_invitation")
                .set(ONE_TIME_CODE.STAFF_ID, staffId)
                .set(ONE_TIME_CODE.CREATED_AT, at)
                .set(ONE_TIME_CODE.EXPIRES_AT, at.plus(LIFETIME))
                .execute();
        return code;
    }

    /** The member of staff that a code was made for; the code is used up by it. */
    public Optional<Long> redeem(String code, Instant at) {
        return sql.update(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.USED_AT, at)
                .where(ONE_TIME_CODE.CODE_HASH.eq(hash(code)))
                .and(ONE_TIME_CODE.USED_AT.isNull())
                .and(ONE_TIME_CODE.EXPIRES_AT.gt(at))
                .returningResult(ONE_TIME_CODE.STAFF_ID)
                .fetchOptional(ONE_TIME_CODE.STAFF_ID);
    }

    /** Whom a typed code was made for. */
    public record Newcomer(String name, Role role) {}

    /** Makes a code of eight digits for somebody who is no member of staff yet; it can be said on the phone. */
    public String invite(Newcomer newcomer, Instant at) {
        while (true) {
            var code = "%08d".formatted(random.nextInt(ALL_CODES));
            int stored = sql.insertInto(ONE_TIME_CODE)
                    .set(ONE_TIME_CODE.CODE_HASH, hash(code))
                    .set(ONE_TIME_CODE.PURPOSE, "staff_invitation")
                    .set(ONE_TIME_CODE.NAME, newcomer.name())
                    .set(ONE_TIME_CODE.ROLE, newcomer.role().code())
                    .set(ONE_TIME_CODE.CREATED_AT, at)
                    .set(ONE_TIME_CODE.EXPIRES_AT, at.plus(LIFETIME))
                    .onConflictDoNothing()
                    .execute();
            if (stored == 1) {
                return code;
            }
        }
    }

    /** Whom a typed code was made for; the code is used up by it. Empty also where nobody may try any more. */
    public Optional<Newcomer> redeemTyped(String code, CodeTries tries, Instant at) {
        if (!tries.areLeft() || tries.areGuesses()) {
            return Optional.empty();
        }
        var found = sql.update(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.USED_AT, at)
                .where(ONE_TIME_CODE.CODE_HASH.eq(hash(code)))
                .and(ONE_TIME_CODE.NAME.isNotNull())
                .and(ONE_TIME_CODE.USED_AT.isNull())
                .and(ONE_TIME_CODE.EXPIRES_AT.gt(at))
                .returningResult(ONE_TIME_CODE.NAME, ONE_TIME_CODE.ROLE)
                .fetchOptional(row -> new Newcomer(row.value1(), Role.of(row.value2())));
        if (found.isEmpty()) {
            tries.failed();
        }
        return found;
    }

    /** Ends the codes of a member of staff that were not used yet. */
    public void cancel(long staffId, Instant at) {
        sql.update(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.USED_AT, at)
                .where(ONE_TIME_CODE.STAFF_ID.eq(staffId))
                .and(ONE_TIME_CODE.USED_AT.isNull())
                .execute();
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
