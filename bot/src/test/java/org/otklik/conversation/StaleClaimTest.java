package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.MESSAGE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

/**
 * The race of two claimers: a statement that began while a turn was running gets the conversation's lock after that turn's
 * commit, and still sees the message as it was before.
 *
 * <p>A gate makes it certain. The late node's connections run every row of {@code message} past a function (a row security
 * policy) that waits for an advisory lock, so its claim stands still between taking its snapshot and locking the conversation.
 */
class StaleClaimTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestNode node = new TestNode();
    private final Database lateConnections = new Database(gated(node.address()), 2);
    private final ScriptedHandler early = new ScriptedHandler();
    private final ScriptedHandler late = new ScriptedHandler();
    private final TurnRunner lateRunner = node.runner(lateConnections, late);
    private final Visitor anna = Visitor.named("anna");

    private static DatabaseAddress gated(DatabaseAddress address) {
        return new DatabaseAddress(address.url() + "?options=-c%20test.gate=on", address.user(), address.password());
    }

    @BeforeEach
    void buildTheGate() {
        node.database().sql().execute("""
                CREATE FUNCTION pass() RETURNS boolean LANGUAGE plpgsql AS $$
                BEGIN
                    IF current_setting('test.gate', true) = 'on' THEN
                        PERFORM pg_advisory_xact_lock_shared(1);
                    END IF;
                    RETURN true;
                END $$;
                CREATE POLICY gate ON message USING (pass());
                ALTER TABLE message ENABLE ROW LEVEL SECURITY;
                ALTER TABLE message FORCE ROW LEVEL SECURITY;
                """);
    }

    @AfterEach
    void close() {
        lateConnections.close();
        node.close();
    }

    @Test
    void theLateClaimerDoesNotAnswerAHandledMessageAgain() throws Exception {
        node.inbox().accept(anna.says("перевёл 5000 ₽"));

        assertThat(claimLate(() -> lateRunner.runOne())).succeedsWithin(SOON).isEqualTo(false);

        assertThat(early.begun()).containsExactly("перевёл 5000 ₽");
        assertThat(late.begun()).isEmpty();
        assertThat(node.messages("out")).hasSize(1);
    }

    @Test
    void theLateClaimerSeesTheStateThatTheEarlyTurnLeft() throws Exception {
        node.inbox().accept(anna.says("раз"));
        early.onHandle(turn -> {
            node.inbox().accept(anna.says("два"));
            turn.state(turn.state().missing(2));
        });
        late.onHandle(turn -> assertThat(turn.state().misses()).isEqualTo(2));

        assertThat(claimLate(() -> lateRunner.runOne())).succeedsWithin(SOON).isEqualTo(false);
        assertThat(lateRunner.runOne()).isTrue();

        assertThat(late.begun()).containsExactly("два");
        assertThat(node.messages("in")).extracting(MESSAGE.STATUS::get).containsOnly("handled");
    }

    @Test
    void theLateClaimerDoesNotOvertakeAMessageThatWaitsForItsNextTry() throws Exception {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(anna.says("два"));
        early.onHandle(turn -> {
            throw new IllegalStateException("no such thing");
        });

        assertThat(claimLate(() -> lateRunner.runOne())).succeedsWithin(SOON).isEqualTo(false);

        assertThat(late.begun()).isEmpty();
        node.clock().advance(Duration.ofSeconds(2));
        assertThat(lateRunner.runOne()).isTrue();
        assertThat(late.begun()).containsExactly("раз");
    }

    /** Starts a claim while an early turn runs, and lets it reach for the lock once that turn has ended. */
    private <T> CompletableFuture<T> claimLate(Supplier<T> claim) throws SQLException, InterruptedException {
        var inTurn = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var earlyTurn = Aside.run(() -> node.runner(handler(inTurn, mayEnd)).runOne());
        inTurn.await();
        try (var gate = node.address().connect()) {
            lock(gate);
            var claimed = Aside.run(claim);
            Waiting.until(node.database(), 1);
            mayEnd.countDown();
            assertThat(earlyTurn).succeedsWithin(SOON).isEqualTo(true);
            return claimed;
        }
    }

    private static void lock(Connection gate) throws SQLException {
        try (var statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1)");
        }
    }

    private TurnHandler handler(CountDownLatch inTurn, CountDownLatch mayEnd) {
        return new TurnHandler() {
            @Override
            public void handle(Turn turn) {
                inTurn.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                early.handle(turn);
            }

            @Override
            public void giveUp(Turn turn) {
                early.giveUp(turn);
            }
        };
    }
}
