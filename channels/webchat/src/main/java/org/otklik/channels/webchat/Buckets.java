package org.otklik.channels.webchat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A token bucket (bucket4j) for each of many keys. */
final class Buckets<K> {
    private final Map<K, Bucket> buckets = new ConcurrentHashMap<>();
    private final int perMinute;
    private final int burst;
    private final TimeMeter meter;

    Buckets(int perMinute, int burst, TimeMeter meter) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.meter = meter;
    }

    /** Takes a token; when there is none, how long until the next. */
    Optional<Duration> take(K key) {
        var probe = buckets.computeIfAbsent(key, it -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Forgets the buckets that are full again: a new one would be no different. */
    void sweep() {
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter)
                .build();
    }
}
