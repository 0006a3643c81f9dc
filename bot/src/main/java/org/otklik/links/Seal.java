package org.otklik.links;

import static org.otklik.schema.Tables.SEAL_KEY;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;

/**
 * Makes numbers fit for a link: with a code beside them that only this installation can make (HMAC-SHA-256, 128 bits of it). Nothing
 * is kept of a link, so it works as long as what it is about. Safe for threads.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_BYTES = 16;
    private static final int LONGEST = 100;
    private static final long ALL_DIGITS = 100_000_000;

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** That of the installation whose database this is. */
    public static Seal of(DSLContext sql) {
        return new Seal(sql.select(SEAL_KEY.KEY).from(SEAL_KEY).fetchSingle(SEAL_KEY.KEY));
    }

    /** @param use what the link is for: it opens nothing else */
    public String token(String use, long... numbers) {
        var content = bytes(numbers);
        var whole =
                ByteBuffer.allocate(content.length + CODE_BYTES).put(content).put(code(use, content));
        return encoded(whole.array());
    }

    /** The numbers; empty for what was not made here, or for another use. */
    public Optional<long[]> open(String use, String token) {
        return decoded(token)
                .filter(whole -> whole.length > CODE_BYTES && (whole.length - CODE_BYTES) % Long.BYTES == 0)
                .filter(whole -> MessageDigest.isEqual(
                        Arrays.copyOfRange(whole, whole.length - CODE_BYTES, whole.length), code(use, content(whole))))
                .map(whole -> {
                    var numbers = new long[content(whole).length / Long.BYTES];
                    ByteBuffer.wrap(content(whole)).asLongBuffer().get(numbers);
                    return numbers;
                });
    }

    /**
     * Eight digits for those who can't press a link. So few can be guessed: whoever checks them ends the trying soon.
     *
     * @param use what they are for: they open nothing else
     */
    public String digits(String use, long... numbers) {
        long drawn = ByteBuffer.wrap(code(use, bytes(numbers))).getLong();
        return "%08d".formatted(Math.floorMod(drawn, ALL_DIGITS));
    }

    /** The last letter has bits that no byte needs: only the one way of writing it counts. */
    private static Optional<byte[]> decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(token))
                            .filter(bytes -> encoded(bytes).equals(token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] content(byte[] whole) {
        return Arrays.copyOf(whole, whole.length - CODE_BYTES);
    }

    private static byte[] bytes(long[] numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        Arrays.stream(numbers).forEach(bytes::putLong);
        return bytes.array();
    }

    private byte[] code(String use, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), CODE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
