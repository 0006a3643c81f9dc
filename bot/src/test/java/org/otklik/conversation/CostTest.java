package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.otklik.delivery.OutboxPump;
import org.otklik.delivery.RecordingChannel;
import org.otklik.store.Database;
import org.otklik.store.WireLog;

/** What one message costs the database: each statement is a round trip, each commit a write to the disk. */
@Isolated("counts what all connections send")
class CostTest {
    /** The last two whenever the pool opens another connection. */
    private static final List<String> NOT_COUNTED =
            List.of("BEGIN", "COMMIT", "SHOW TRANSACTION ISOLATION LEVEL", "SET plan_cache_mode = force_generic_plan");

    private final TestNode node = new TestNode();
    private final Database database = WireLog.open(node.address());
    private final Inbox inbox = new Inbox(database, node.clock(), node.hints());
    private final TurnRunner runner = node.runner(database, new ScriptedHandler());
    private final OutboxPump pump = new OutboxPump(
            database,
            RecordingChannel.reachingAnybody(),
            "webchat",
            "n1",
            node.clock(),
            new Random(7),
            (sql, id, reason, at) -> {});
    private final Visitor anna = Visitor.named("anna");

    @BeforeEach
    void warmUp() {
        inbox.accept(Visitor.named("boris").says("Привет"));
        runner.runOne();
        pump.runOne();
    }

    @AfterEach
    void close() {
        database.close();
        node.close();
    }

    @Test
    void toAcceptAMessageTakesOneStatementThatIsATransactionByItself() {
        expect(1, 0, () -> inbox.accept(anna.says("Привет")));
        expect(1, 0, () -> inbox.accept(anna.says("Как дела?")));
    }

    @Test
    void aTurnWithAReplyTakesThree() {
        inbox.accept(anna.says("Привет"));

        expect(3, 1, runner::runOne);
    }

    @Test
    void aBatchOfRepliesTakesTwoWhateverItsSize() {
        for (int i = 0; i < 30; i++) {
            inbox.accept(Visitor.named("гость-" + i).says("Привет"));
            runner.runOne();
        }

        expect(2, 2, pump::runOne);
    }

    @Test
    void aLookThatFindsNothingTakesOne() {
        expect(1, 1, runner::runOne);
        expect(1, 1, pump::runOne);
    }

    private static void expect(int statements, int commits, Runnable work) {
        var sent = WireLog.of(work);

        assertThat(sent).filteredOn("COMMIT"::equals).hasSize(commits);
        assertThat(sent)
                .filteredOn(statement -> !NOT_COUNTED.contains(statement))
                .hasSize(statements);
    }
}
