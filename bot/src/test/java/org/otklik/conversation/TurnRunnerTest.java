package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.i18n.Language;

class TurnRunnerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestNode node = new TestNode();
    private final ScriptedHandler handler = new ScriptedHandler();
    private final TurnRunner runner = node.runner(handler);
    private final Visitor anna = Visitor.named("anna");
    private final Visitor boris = Visitor.named("boris");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void eachMessageIsAnsweredOnceAndInOrder() {
        for (int i = 1; i <= 5; i++) {
            node.inbox().accept(anna.says("сообщение " + i + " 🐈"));
        }

        runAll();

        assertThat(handler.begun())
                .containsExactly(
                        "сообщение 1 🐈", "сообщение 2 🐈", "сообщение 3 🐈", "сообщение 4 🐈", "сообщение 5 🐈");
        assertThat(replies())
                .containsExactly(
                        "re: сообщение 1 🐈",
                        "re: сообщение 2 🐈",
                        "re: сообщение 3 🐈",
                        "re: сообщение 4 🐈",
                        "re: сообщение 5 🐈");
        assertThat(statuses()).containsOnly("handled");
    }

    @Test
    void aReplySaysWhatItAnswersAndIsStampedByTheClock() {
        node.inbox().accept(anna.says("Привет"));
        node.clock().advance(Duration.ofMinutes(3));

        runAll();

        var message = node.messages("in").getFirst();
        assertThat(message.getHandledAt()).isEqualTo(node.clock().instant());
        assertThat(node.messages("out")).singleElement().satisfies(reply -> {
            assertThat(reply.getInReplyTo()).isEqualTo(message.getId());
            assertThat(reply.getReceivedAt()).isEqualTo(node.clock().instant());
            assertThat(reply.getStatus()).isEqualTo("queued");
        });
    }

    @Test
    void whereNothingIsSaidNothingIsQueued() {
        node.inbox().accept(anna.says("Привет"));
        var silent = new TurnHandler() {
            @Override
            public void handle(Turn turn) {}

            @Override
            public void giveUp(Turn turn) {}
        };

        assertThat(node.runner(silent).runOne()).isTrue();

        assertThat(statuses()).containsExactly("handled");
        assertThat(node.messages("out")).isEmpty();
    }

    @Test
    void turnsOfDifferentConversationsRunAtTheSameTime() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(boris.says("два"));
        var together = new CyclicBarrier(2);
        handler.onHandle(turn -> meet(together));

        var one = Aside.run(runner::runOne);
        var other = Aside.run(runner::runOne);

        assertThat(one).succeedsWithin(SOON);
        assertThat(other).succeedsWithin(SOON);
        assertThat(statuses()).containsExactly("handled", "handled");
    }

    @Test
    void aConversationHasOneTurnAtATime() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(anna.says("два"));
        handler.onHandle(turn -> {
            if (turn.message().text().equals("раз")) {
                assertThat(Aside.run(runner::runOne)).succeedsWithin(SOON).isEqualTo(false);
            }
        });

        runAll();

        assertThat(handler.begun()).containsExactly("раз", "два");
    }

    @Test
    void whatATurnRemembersIsThereInTheNextOneOnAnotherNode() {
        node.inbox().accept(anna.says("раз"));
        handler.onHandle(turn -> {
            turn.state(turn.state().speaking(Language.RU).missing(2));
            turn.offer(Label.YES, Action.of("confirm", "gift", 12));
        });
        runAll();

        node.inbox().accept(anna.says("два"));
        handler.onHandle(turn -> {
            assertThat(turn.state().misses()).isEqualTo(2);
            assertThat(turn.language()).isEqualTo(Language.RU);
            assertThat(turn.state().offered())
                    .extracting(Choice::action)
                    .containsExactly(Action.of("confirm", "gift", 12));
        });

        assertThat(node.runner(handler).runOne()).isTrue();
        assertThat(statuses()).containsExactly("handled", "handled");
    }

    @Test
    void aTurnThatThrowsLeavesNothingAndIsTriedAgainLater() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(anna.says("два"));
        node.inbox().accept(boris.says("три"));
        handler.onHandle(turn -> {
            if (turn.message().text().equals("раз")) {
                addTask(turn);
                throw new IllegalStateException("no such thing");
            }
        });

        runAll();

        assertThat(handler.begun()).containsExactly("раз", "три");
        assertThat(node.database().sql().fetchCount(CHANGE)).isZero();
        assertThat(replies()).containsExactly("re: три");

        node.clock().advance(Duration.ofMillis(1_999));
        assertThat(runner.runOne()).isFalse();
        node.clock().advance(Duration.ofMillis(1));
        handler.onHandle(TurnRunnerTest::addTask);
        runAll();

        assertThat(handler.begun()).containsExactly("раз", "три", "раз", "два");
        assertThat(node.database().sql().fetchCount(CHANGE)).isEqualTo(2);
    }

    @Test
    void theThirdFailureGivesTheMessageToAPersonAndTheConversationGoesOn() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(anna.says("два"));
        handler.onHandle(failingOn("раз"));
        handler.onGiveUp(turn -> {
            turn.quote("Простите! 🙏");
            turn.offer(Label.YES, Action.of("again"));
        });

        runAll();
        node.clock().advance(Duration.ofSeconds(2));
        runAll();
        node.clock().advance(Duration.ofMillis(3_999));
        assertThat(runner.runOne()).isFalse();
        assertThat(handler.givenUp()).isEmpty();
        node.clock().advance(Duration.ofMillis(1));
        handler.onHandle(failingOn("раз")
                .andThen(turn -> assertThat(turn.state().offered())
                        .extracting(Choice::action)
                        .containsExactly(Action.of("again"))));
        runAll();

        assertThat(handler.begun()).containsExactly("раз", "раз", "раз", "два");
        assertThat(handler.givenUp()).containsExactly("раз");
        assertThat(statuses()).containsExactly("failed", "handled");
        assertThat(replies()).containsExactly("Простите! 🙏", "re: два");
    }

    @Test
    void aTurnThatExhaustsTheStackFailsLikeAnyOther() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(boris.says("два"));
        handler.onHandle(turn -> {
            if (turn.message().text().equals("раз")) {
                throw new StackOverflowError();
            }
        });

        runAll();

        assertThat(handler.begun()).containsExactly("раз", "два");
        assertThat(statuses()).containsExactly("received", "handled");
    }

    @Test
    void aMessageThatNobodyCanBeToldAboutIsFailedAllTheSame() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(anna.says("два"));
        handler.onHandle(failingOn("раз"));
        handler.onGiveUp(turn -> {
            addTask(turn);
            throw new IllegalStateException("nobody is here");
        });

        for (int i = 0; i < 3; i++) {
            runAll();
            node.clock().advance(Duration.ofSeconds(10));
        }

        assertThat(statuses()).containsExactly("failed", "handled");
        assertThat(node.database().sql().fetchCount(CHANGE)).isZero();
        assertThat(replies()).containsExactly("re: два");
    }

    @Test
    void aHandledOrADeletedMessageHasNoTurn() {
        node.inbox().accept(anna.says("раз"));
        node.inbox().accept(boris.says("два"));
        var sql = node.database().sql();
        sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "handled")
                .where(MESSAGE.BODY.eq("раз"))
                .execute();
        sql.deleteFrom(MESSAGE).where(MESSAGE.BODY.eq("два")).execute();

        assertThat(runner.runOne()).isFalse();
        assertThat(handler.begun()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsForTheCallerToWaitFor() {
        node.database().close();

        assertThatThrownBy(runner::runOne).isInstanceOf(DataAccessException.class);
    }

    private void runAll() {
        while (runner.runOne()) {
            // Until nothing is due.
        }
    }

    private static Consumer<Turn> failingOn(String text) {
        return turn -> {
            if (turn.message().text().equals(text)) {
                throw new IllegalStateException("no such thing");
            }
        };
    }

    private static void addTask(Turn turn) {
        turn.sql().execute("INSERT INTO task (title, origin) VALUES ('Позвонить Анне', 'system')");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> replies() {
        return node.messages("out").stream().map(MESSAGE.BODY::get).toList();
    }

    private List<String> statuses() {
        return node.messages("in").stream().map(MESSAGE.STATUS::get).toList();
    }
}
