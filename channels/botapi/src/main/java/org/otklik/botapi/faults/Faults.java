package org.otklik.botapi.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.otklik.botapi.waiting.Monitor;

/** What is to go wrong next, and whether a bot that was put off has waited as long as it was told. */
public final class Faults {
    private static final String ANY = "*";

    private final Monitor monitor;
    private final LongSupplier ticker;
    private final Map<String, Deque<Fault>> waiting = new HashMap<>();
    private final Map<String, Long> putOff = new HashMap<>();
    private final List<String> impatient = new ArrayList<>();

    /** @param ticker in nanoseconds, as {@link System#nanoTime} */
    public Faults(Monitor monitor, LongSupplier ticker) {
        this.monitor = monitor;
        this.ticker = ticker;
    }

    /** The next calls of a method go wrong; those planned before it come first. */
    public void next(String method, int times, Fault fault) {
        monitor.change(() -> {
            var queue = waiting.computeIfAbsent(method.toLowerCase(Locale.ROOT), it -> new ArrayDeque<>());
            for (int i = 0; i < times; i++) {
                queue.addLast(fault);
            }
        });
    }

    public void next(String method, Fault fault) {
        next(method, 1, fault);
    }

    /** The next calls go wrong, whatever the method. */
    public void next(int times, Fault fault) {
        next(ANY, times, fault);
    }

    /** Nothing more goes wrong. */
    public void clear() {
        monitor.change(waiting::clear);
    }

    /** How many have not happened yet. */
    public int left() {
        return monitor.look(
                () -> waiting.values().stream().mapToInt(Deque::size).sum());
    }

    /**
     * What goes wrong with this call.
     *
     * @param chat that the call is about; empty where it is about none
     */
    public Optional<Fault> take(String method, String chat) {
        return monitor.change(() -> {
            var key = method.toLowerCase(Locale.ROOT);
            var call = key + " " + chat;
            if (Optional.ofNullable(putOff.remove(call))
                    .filter(until -> until > ticker.getAsLong())
                    .isPresent()) {
                impatient.add(call.strip());
            }
            var fault = poll(key).or(() -> poll(ANY));
            if (fault.isPresent() && fault.get() instanceof Fault.TooMany(int seconds)) {
                putOff.put(
                        call, ticker.getAsLong() + Duration.ofSeconds(seconds).toNanos());
            }
            return fault;
        });
    }

    private Optional<Fault> poll(String key) {
        return Optional.ofNullable(waiting.get(key)).map(Deque::pollFirst);
    }

    /** The calls, as method and chat, that came again before the time was over that {@link Fault.TooMany} named. */
    public List<String> impatient() {
        return monitor.look(() -> List.copyOf(impatient));
    }
}
