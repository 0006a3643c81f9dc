package org.otklik.host;

import static org.jooq.impl.DSL.row;
import static org.otklik.schema.Tables.PRESENCE;
import static org.otklik.schema.Tables.SESSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.otklik.channels.Address;
import org.otklik.channels.Sessions;
import org.otklik.store.Database;

/** Sessions of one channel, kept in the database by the hash of their token. */
final class SessionStore implements Sessions {
    private static final Duration LIFETIME = Duration.ofDays(180);
    private static final int TOKEN_BYTES = 32;

    private final Database database;
    private final String channel;
    private final Clock clock;
    private final SecureRandom random;
    private final List<Consumer<Address>> listeners = new CopyOnWriteArrayList<>();

    SessionStore(Database database, String channel, Clock clock, SecureRandom random) {
        this.database = database;
        this.channel = channel;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Session open(String account) {
        var secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var address = new Address(channel, account, UUID.randomUUID().toString());
        var now = clock.instant();
        database.sql()
                .insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, hash(token))
                .set(SESSION.CHANNEL, channel)
                .set(SESSION.ACCOUNT, account)
                .set(SESSION.ADDRESS, address.value())
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(LIFETIME))
                .execute();
        return new Session(token, address);
    }

    @Override
    public Optional<Session> find(String token) {
        return database.sql()
                .selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(hash(token)))
                .and(SESSION.CHANNEL.eq(channel))
                .and(SESSION.EXPIRES_AT.gt(clock.instant()))
                .and(SESSION.REVOKED_AT.isNull())
                .fetchOptional(
                        row -> new Session(token, new Address(row.getChannel(), row.getAccount(), row.getAddress())));
    }

    @Override
    public void onRevoked(Consumer<Address> listener) {
        listeners.add(listener);
    }

    /** Tells the channel which connections of a node have lost their session since they were opened. */
    void closeRevoked(String node) {
        var revoked = database.sql()
                .select(SESSION.CHANNEL, SESSION.ACCOUNT, SESSION.ADDRESS)
                .from(SESSION)
                .join(PRESENCE)
                .on(row(PRESENCE.CHANNEL, PRESENCE.ACCOUNT, PRESENCE.ADDRESS)
                        .eq(row(SESSION.CHANNEL, SESSION.ACCOUNT, SESSION.ADDRESS)))
                .where(SESSION.REVOKED_AT.isNotNull())
                .and(SESSION.CHANNEL.eq(channel))
                .and(PRESENCE.NODE.eq(node))
                .fetch(found -> new Address(found.value1(), found.value2(), found.value3()));
        revoked.forEach(address -> listeners.forEach(listener -> listener.accept(address)));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
