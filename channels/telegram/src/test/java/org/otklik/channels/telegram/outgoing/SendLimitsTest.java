package org.otklik.channels.telegram.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendLimitsTest {
    private static final long GROUP = -100;
    private static final long PERSON = 501;

    private final SendLimits limits = new SendLimits(30, 1);

    private static long soon() {
        return System.nanoTime() + Duration.ofSeconds(20).toNanos();
    }

    @Test
    void whoWouldHoldUpOthersIsToldWhenToComeAgain() throws Exception {
        limits.await(GROUP, soon()).end();

        var refusal = catchThrowableOfType(SendLimits.NoLeave.class, () -> limits.await(GROUP, soon()));

        assertThat(refusal.untilNext()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        limits.await(PERSON, soon()).end();
    }

    @Test
    void aChatWaitsAMomentForItsOwnLimit() throws Exception {
        limits.await(PERSON, soon()).end();
        long ended = System.nanoTime();

        limits.await(PERSON, soon()).end();

        assertThat(Duration.ofNanos(System.nanoTime() - ended)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }
}
