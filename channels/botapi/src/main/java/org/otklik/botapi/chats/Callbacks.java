package org.otklik.botapi.chats;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Refusal;

/** Presses of buttons, and what the bot answered to each. */
public final class Callbacks {
    private final Monitor monitor;
    private final Map<String, Optional<Answer>> presses = new LinkedHashMap<>();

    /**
     * What a person sees after a press.
     *
     * @param text may be empty
     * @param isAlert whether it has to be clicked away
     */
    public record Answer(String text, boolean isAlert) {}

    public Callbacks(Monitor monitor) {
        this.monitor = monitor;
    }

    /** @return the id of a new press */
    public String press() {
        return monitor.change(() -> {
            var id = "43682" + (100_000 + presses.size());
            presses.put(id, Optional.empty());
            return id;
        });
    }

    /** The bot has taken too long: what it answers to this press is refused. */
    public void expire(String id) {
        monitor.change(() -> presses.remove(id));
    }

    public void answer(String id, Answer answer) {
        monitor.change(() -> {
            if (!presses.containsKey(id)) {
                throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
            }
            presses.put(id, Optional.of(answer));
        });
    }

    public Optional<Answer> answer(String id) {
        return monitor.look(() -> presses.getOrDefault(id, Optional.empty()));
    }

    public Answer await(String id, Duration patience) {
        return monitor.await(patience, "an answer to a press", () -> answer(id));
    }

    /** How many presses the bot has not answered. */
    public long unanswered() {
        return monitor.look(
                () -> presses.values().stream().filter(Optional::isEmpty).count());
    }
}
