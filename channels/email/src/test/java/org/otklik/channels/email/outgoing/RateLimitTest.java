package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private Instant now = Instant.parse("2026-05-18T09:30:00Z");
    private final InstantSource source = () -> now;
    private final RateLimit limit = new RateLimit(3, source.withZone(ZoneOffset.UTC));

    @Test
    void noMoreThanSoManyGoInAMinute() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.pause()).isEmpty();
        }

        assertThat(limit.pause()).contains(Duration.ofMinutes(1));
        now = now.plusSeconds(59);
        assertThat(limit.pause()).isPresent();
        now = now.plusSeconds(1);
        assertThat(limit.pause()).isEmpty();
    }

    @Test
    void thoseWhoWaitAreLetInOneAfterTheOther() {
        for (int i = 0; i < 3; i++) {
            limit.pause();
        }

        assertThat(limit.pause()).contains(Duration.ofSeconds(60));
        assertThat(limit.pause()).contains(Duration.ofSeconds(80));
        assertThat(limit.pause()).contains(Duration.ofSeconds(100));
    }

    @Test
    void aClockThatIsPutBackHoldsNothingUp() {
        for (int i = 0; i < 4; i++) {
            limit.pause();
        }

        now = now.minus(Duration.ofDays(1));

        assertThat(limit.pause()).isEmpty();
    }
}
