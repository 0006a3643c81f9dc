package org.otklik.bench;

import java.util.List;

/**
 * What became of what visitors said to a bot, by comparing what they know with what the database holds: all of it should be done,
 * and of the rest there should be nothing.
 */
final class Verdict {
    private Verdict() {}

    static List<Measure> of(Talkers talkers, Ledger ledger) {
        int done = 0;
        int lost = 0;
        int withoutEffect = 0;
        int tooMany = 0;
        int outOfOrder = 0;
        int repliesLost = 0;
        for (var talker : talkers.all()) {
            var said = talker.acknowledged();
            var received = talker.replies();
            var kept = ledger.of(said);
            done += said.size() - kept.lost(said);
            lost += talker.unacknowledged() + kept.lost(said);
            withoutEffect += kept.withoutEffect(said);
            tooMany += kept.tooMany();
            outOfOrder += kept.isInOrder(said, received) ? 0 : 1;
            repliesLost += kept.repliesLost(said, received);
        }
        int sent = talkers.sum(talker -> talker.acknowledged().size() + talker.refused() + talker.unacknowledged());
        return List.of(
                Measure.atLeast(1, "messages done", done, sent, "messages"),
                count("messages refused", talkers.sum(Talker::refused)),
                count("messages lost", lost),
                count("messages without effect", withoutEffect),
                count("done more than once", tooMany),
                count("conversations out of order", outOfOrder),
                count("replies lost", repliesLost));
    }

    private static Measure count(String name, int found) {
        return Measure.atMost(0, name, found, "");
    }
}
