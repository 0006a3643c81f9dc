package org.otklik.botapi.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.waiting.Monitor;

/** What is to go wrong next. */
public final class Faults {
    private static final String ANY = "*";

    private final Monitor monitor;
    private final Map<String, Deque<Fault>> waiting = new HashMap<>();

    public Faults(Monitor monitor) {
        this.monitor = monitor;
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

    /** What goes wrong with this call. */
    public Optional<Fault> take(String method) {
        return monitor.change(() -> poll(method.toLowerCase(Locale.ROOT)).or(() -> poll(ANY)));
    }

    private Optional<Fault> poll(String key) {
        return Optional.ofNullable(waiting.get(key)).map(Deque::pollFirst);
    }
}
