package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<String> work = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    private boolean takeOne() {
        var next = work.poll();
        return next != null && done.add(next);
    }

    @Test
    void aHintStartsTheWorkAtOnce() throws Exception {
        // Not started, so there is no poll.
        try (var workers = new Workers("turn", 2, this::takeOne)) {
            work.add("раз");
            workers.wake();

            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("раз");
        }
    }

    @Test
    void withoutAHintThePollFindsTheWork() throws Exception {
        try (var workers = new Workers("turn", 2, this::takeOne)) {
            workers.start();
            for (var word : new String[] {"раз", "два", "три"}) {
                work.add(word);
                assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo(word);
            }
        }
    }

    @Test
    void noHintIsLostBetweenTheLastLookAndTheEndOfAWorker() throws Exception {
        // One worker and no poll: a hint that was lost would never be made up for.
        try (var workers = new Workers("turn", 1, this::takeOne)) {
            for (int i = 0; i < 20_000; i++) {
                work.add("сообщение " + i);
                workers.wake();

                assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("сообщение " + i);
            }
        }
    }

    @Test
    void oneHintIsEnoughForABacklogAndForAllWorkers() {
        var together = new CyclicBarrier(4);
        for (int i = 0; i < 100; i++) {
            work.add("сообщение " + i);
        }
        var waited = new AtomicInteger();
        try (var workers = new Workers("turn", 4, () -> {
            // Every step that finds something calls one more worker; after some steps all four must be there.
            if (done.size() >= 10 && waited.getAndIncrement() < 4) {
                meet(together);
            }
            return takeOne();
        })) {
            workers.wake();

            await().atMost(SOON).until(() -> done.size() == 100);
            assertThat(together.isBroken()).isFalse();
        }
    }

    @Test
    void aStepThatThrowsDoesNotEndTheWork() throws Exception {
        try (var workers = new Workers("turn", 1, () -> {
            var next = work.poll();
            if ("беда".equals(next)) {
                throw new IllegalStateException("no such thing");
            }
            if ("катастрофа".equals(next)) {
                throw new StackOverflowError();
            }
            return next != null && done.add(next);
        })) {
            work.add("беда");
            work.add("катастрофа");
            work.add("раз");
            workers.start();

            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("раз");
        }
    }

    @Test
    void closingWaitsForTheStepsThatAreBeingTakenAndBeginsNoMore() {
        var inStep = new CountDownLatch(2);
        var mayEnd = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var workers = new Workers("turn", 2, () -> {
            inStep.countDown();
            awaitQuietly(mayEnd);
            ended.incrementAndGet();
            return true;
        });
        workers.wake();
        workers.wake();
        awaitQuietly(inStep);

        var closing = Aside.run(() -> {
            workers.close();
            return ended.get();
        });
        assertThat(closing).isNotDone();
        mayEnd.countDown();

        assertThat(closing).succeedsWithin(SOON);
        int atClose = ended.get();
        assertThat(atClose).isGreaterThanOrEqualTo(2);
        workers.wake();
        assertThat(ended).hasValue(atClose);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
