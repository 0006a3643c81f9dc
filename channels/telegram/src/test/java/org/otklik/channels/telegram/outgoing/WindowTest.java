package org.otklik.channels.telegram.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Duration PERIOD = Duration.ofMillis(200);

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void neverMoreThanAllowedBeginWithinAPeriod() throws Exception {
        var window = new Window(5, PERIOD);
        var begun = new ConcurrentLinkedQueue<Long>();
        Callable<Boolean> message = () -> {
            boolean entered = window.expect().enter(in(Duration.ofSeconds(30)));
            begun.add(System.nanoTime());
            window.leave();
            return entered;
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> message).toList());
        }

        var times = begun.stream().sorted().toList();
        assertThat(times).hasSize(20);
        assertThat(IntStream.range(5, 20).mapToObj(i -> times.get(i) - times.get(i - 5)))
                .allSatisfy(apart -> assertThat(apart).isGreaterThanOrEqualTo(PERIOD.toNanos()));
    }

    @Test
    void whoHasNoTurnInTimeIsTold() throws InterruptedException {
        var window = new Window(1, Duration.ofHours(1));
        var first = window.expect().enter(in(PERIOD));

        assertThat(List.of(first, window.expect().enter(in(PERIOD)))).containsExactly(true, false);
    }

    @Test
    void itIsIdleOnceNothingCountsAnyMore() throws InterruptedException {
        var window = new Window(1, Duration.ofHours(1));
        assertThat(window.isIdle()).isTrue();

        window.expect().enter(in(PERIOD));
        assertThat(window.isIdle()).isFalse();
        window.leave();
        assertThat(window.isIdle()).isFalse();
    }
}
