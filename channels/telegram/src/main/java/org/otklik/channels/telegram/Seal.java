package org.otklik.channels.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks what Telegram hands back to us, so that nobody else can have written it: HMAC-SHA256 (RFC 2104) under a key of its own for each use,
 * drawn from the bot's token.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param use what is sealed: a seal for one use is worth nothing for another */
    public Seal(String token, String use) {
        this.key = new SecretKeySpec(
                digest(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM), use), ALGORITHM);
    }

    /**
     * The seal of a text, as letters that addresses and headers take (RFC 4648 §5).
     *
     * @param bytes how much of it is kept, at most 32
     */
    public String of(String text, int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest(key, text), bytes));
    }

    private static byte[] digest(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
