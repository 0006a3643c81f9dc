package org.otklik.bench;

import java.util.List;

/**
 * What became of what people said to a bot, by comparing what they know with what the database holds: all of it should be done,
 * and of the rest there should be nothing.
 */
final class Verdict {
    private final Ledger ledger;
    private int done;
    private int lost;
    private int withoutEffect;
    private int tooMany;
    private int outOfOrder;
    private int repliesLost;

    Verdict(Ledger ledger) {
        this.ledger = ledger;
    }

    static List<Measure> of(Talkers talkers, Ledger ledger) {
        var verdict = new Verdict(ledger);
        for (var talker : talkers.all()) {
            verdict.lost += talker.unacknowledged();
            verdict.add(talker.acknowledged(), talker.replies());
        }
        int sent = talkers.sum(talker -> talker.acknowledged().size() + talker.refused() + talker.unacknowledged());
        return verdict.measures(sent, talkers.sum(Talker::refused));
    }

    /**
     * Looks at one conversation.
     *
     * @param said the numbers of the questions
     * @param received the replies, by their numbers in the database
     */
    void add(List<Integer> said, List<Long> received) {
        var kept = ledger.of(said);
        done += said.size() - kept.lost(said);
        lost += kept.lost(said);
        withoutEffect += kept.withoutEffect(said);
        tooMany += kept.tooMany();
        outOfOrder += kept.isInOrder(said, received) ? 0 : 1;
        repliesLost += kept.repliesLost(said, received);
    }

    /** @param sent how many messages were, of which some may have been refused */
    List<Measure> measures(int sent, int refused) {
        return List.of(
                Measure.atLeast(1, "messages done", done, sent, "messages"),
                count("messages refused", refused),
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
