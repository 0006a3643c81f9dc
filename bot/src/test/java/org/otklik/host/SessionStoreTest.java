package org.otklik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.PRESENCE;
import static org.otklik.schema.Tables.SESSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

class SessionStoreTest {
    private final Database database = TestDatabase.open();
    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final SessionStore sessions = store("webchat");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenFindsItsSessionAndAGuessFindsNone() {
        var session = sessions.open("site");

        assertThat(sessions.find(session.token())).contains(session);
        assertThat(sessions.find(session.token().substring(1))).isEmpty();
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("токен\u0000🔑")).isEmpty();
    }

    @Test
    void aTokenHas256RandomBitsAndEverySessionAnAddressOfItsOwn() {
        var opened = Stream.generate(() -> sessions.open("site")).limit(200).toList();

        assertThat(opened).allSatisfy(session -> assertThat(session.token()).matches("[A-Za-z0-9_-]{43}"));
        assertThat(new HashSet<>(opened.stream().map(session -> session.token()).toList()))
                .hasSize(200);
        assertThat(new HashSet<>(
                        opened.stream().map(session -> session.address()).toList()))
                .hasSize(200);
        assertThat(opened)
                .noneSatisfy(session ->
                        assertThat(session.token()).contains(session.address().value()));
    }

    @Test
    void onlyTheHashOfATokenIsKept() throws NoSuchAlgorithmException {
        var session = sessions.open("site");

        var row = database.sql().fetchSingle(SESSION);
        assertThat(row.getTokenHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(session.token().getBytes(StandardCharsets.UTF_8)));
        assertThat(row.formatJSON()).doesNotContain(session.token());
    }

    @Test
    void aSessionEndsAfterHalfAYear() {
        var session = sessions.open("site");

        clock.advance(Duration.ofDays(180).minusMillis(1));
        assertThat(sessions.find(session.token())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void aSessionOfOneChannelIsNoneOfAnother() {
        var session = sessions.open("site");

        assertThat(store("other").find(session.token())).isEmpty();
    }

    @Test
    void aRevokedSessionEndsAndItsOpenConnectionIsClosed() {
        var revoked = sessions.open("site");
        var kept = sessions.open("site");
        var closed = new ArrayList<Address>();
        sessions.onRevoked(closed::add);
        connect(revoked.address(), "n1");
        connect(kept.address(), "n1");

        sessions.closeRevoked("n1");
        assertThat(closed).isEmpty();

        database.sql()
                .update(SESSION)
                .set(SESSION.REVOKED_AT, clock.instant())
                .where(SESSION.ADDRESS.eq(revoked.address().value()))
                .execute();

        assertThat(sessions.find(revoked.token())).isEmpty();
        assertThat(sessions.find(kept.token())).isPresent();
        sessions.closeRevoked("n2");
        assertThat(closed).isEmpty();
        sessions.closeRevoked("n1");
        assertThat(closed).containsExactly(revoked.address());
    }

    private void connect(Address address, String node) {
        database.sql()
                .insertInto(PRESENCE)
                .set(PRESENCE.CHANNEL, address.channel())
                .set(PRESENCE.ACCOUNT, address.account())
                .set(PRESENCE.ADDRESS, address.value())
                .set(PRESENCE.NODE, node)
                .set(PRESENCE.SINCE, clock.instant())
                .execute();
    }

    private SessionStore store(String channel) {
        return new SessionStore(database, channel, clock, new SecureRandom());
    }
}
