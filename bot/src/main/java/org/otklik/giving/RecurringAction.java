package org.otklik.giving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.nlu.Phrases;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** What a donor may want of a gift that comes again. */
enum RecurringAction {
    AMOUNT,
    PAUSE,
    SKIP,
    RESUME,
    END;

    private static final Set<String> NAMES = Stream.of(values())
            .map(action -> action.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** So many words may stand between "don't" and what it takes back. */
    private static final int REACH = 2;

    /** Whether a gift is in a state in which this can be done. */
    boolean fits(RecurringGiftRecord gift) {
        return switch (this) {
            case AMOUNT, END -> true;
            case PAUSE, SKIP -> gift.getStatus().equals("active");
            case RESUME -> gift.getStatus().equals("paused");
        };
    }

    /** Those that words name, in their order; "don't cancel, only pause it" does not name the first, "don't charge me" ends it. */
    static List<RecurringAction> in(String text, Phrases words) {
        var named = new ArrayList<RecurringAction>();
        int negated = 0;
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            var isNot = words.meaning(word).filter("not"::equals).isPresent();
            var name = words.firstStem(word).orElse("");
            if (!isNot && NAMES.contains(name) && negated == 0) {
                named.add(valueOf(name.toUpperCase(Locale.ROOT)));
            } else if (!isNot && negated > 0 && (name.equals("charge") || name.equals("resume"))) {
                named.add(END);
            }
            negated = isNot ? REACH : Math.max(0, negated - 1);
        }
        return named;
    }
}
