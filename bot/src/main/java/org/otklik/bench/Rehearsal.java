package org.otklik.bench;

import java.time.Duration;

/** A start of the product with some talk and an orderly end, of which its JVM can learn. */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PER_SECOND = 50;
    private static final int ROUNDS = 3;

    private final Bot bot;

    Rehearsal(Bot bot) {
        this.bot = bot;
    }

    void run() {
        var dialogues = new Dialogues();
        var lines = dialogues.sideBySide();
        try (var talkers = new Talkers(lines, dialogues.count(), bot.port())) {
            bot.start();
            talkers.start(PER_SECOND);
            // However far it came, it is worth keeping.
            var _ = Deadline.in(PATIENCE)
                    .meets(() -> talkers.sum(talker -> talker.acknowledged().size()) >= ROUNDS * lines.size());
        }
        bot.close();
    }
}
