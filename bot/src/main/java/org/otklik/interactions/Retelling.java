package org.otklik.interactions;

import java.util.Set;
import java.util.stream.Stream;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Words that say nothing but when a dealing was, and which kind it was: "the meeting was on Saturday". */
final class Retelling {
    private static final Set<String> SMALL = Set.of("function", "lead");

    private final Cues dealings = new Cues("dealings");
    private final Cues small = new Cues("function");
    private final Cues leads = new Cues("contrasts");

    boolean isIn(Understanding understanding) {
        var text = understanding.text();
        var told = dealings.in(text).stream().map(Cues.Found::span).toList();
        boolean isOfADay = understanding.all(Entity.Date.class).findAny().isPresent()
                && understanding.entities().stream().allMatch(Entity.Date.class::isInstance);
        if (told.isEmpty() || !isOfADay || text.strip().endsWith("?")) {
            return false;
        }
        var little = Stream.concat(small.in(text).stream(), leads.in(text).stream())
                .filter(word -> SMALL.contains(word.name()))
                .map(Cues.Found::span);
        return understanding.isOnly(
                Stream.of(told.stream(), understanding.entities().stream().map(Entity::span), little)
                        .flatMap(spans -> spans));
    }
}
