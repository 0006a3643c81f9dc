package org.otklik.giving;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Things instead of money, in the words of who told of them. */
final class GoodsSlot extends SaidSlot<String> {
    private static final int LONGEST = 300;

    private final Cues goods = new Cues("goods");

    GoodsSlot() {
        super("goods", String.class);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        var said = understanding.acts().isEmpty()
                ? understanding.text()
                : understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        boolean hasMoney = understanding.all(Entity.Money.class).findAny().isPresent();
        return hasMoney || goods.in(said).isEmpty() ? Optional.empty() : Optional.of(shortened(said.strip()));
    }

    @Override
    public Optional<String> reworded(String present, Contrast contrast) {
        return contrast.reword(present);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
