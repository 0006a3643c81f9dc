package org.otklik.nlu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds one act for each gift: parts what is said of several in one breath, "300 in October and 400 in November" or "Anna 300, Pavel 400", and joins what
 * several sentences say of one.
 */
final class SeveralGifts {
    private static final Set<String> GIVING = Set.of("giving.donate", "giving.report_payment", "giving.record");

    private static final String DONATE = "giving.donate";
    private static final String PAID = "giving.report_payment";
    private static final String RECORD = "giving.record";

    private final LocalDate today;

    /** @param today when the message was sent */
    SeveralGifts(LocalDate today) {
        this.today = today;
    }

    /** The acts with one for each gift: those of one promise joined, those of several parted. */
    List<Act> of(List<Act> acts) {
        return joined(acts).stream().flatMap(act -> parted(act).stream()).toList();
    }

    /** "Can I pledge 100? I'd send it on Friday": only one of two sentences says how much, and both speak of it. */
    private static List<Act> joined(List<Act> acts) {
        var joined = new ArrayList<Act>();
        for (var act : acts) {
            boolean isMore = !joined.isEmpty()
                    && act.is(DONATE)
                    && joined.getLast().is(DONATE)
                    && (act.all(Entity.Money.class).isEmpty()
                            || joined.getLast().all(Entity.Money.class).isEmpty());
            joined.add(isMore ? joined.removeLast().and(act) : act);
        }
        return joined;
    }

    private List<Act> parted(Act act) {
        var sums = act.all(Entity.Money.class);
        boolean canBeSeveral = GIVING.contains(act.intent())
                && act.mood().isReal()
                && act.rejected().isEmpty()
                && sums.size() > 1
                && sums.stream().allMatch(sum -> sum.isExact() && sum.to().isEmpty());
        if (!canBeSeveral) {
            return List.of(act);
        }
        var days = act.all(Entity.Date.class);
        boolean areOfDays = sums.size() == days.size()
                && days.stream().map(Entity.Date::value).distinct().count() == days.size()
                && areInTurn(sums, days);
        if (areOfDays) {
            return each(act, sums, days);
        }
        var givers = act.entities().stream().filter(Entity::namesSomebody).toList();
        boolean areOfGivers = act.is(RECORD) && sums.size() == givers.size() && areInTurn(sums, givers);
        return areOfGivers ? each(act, sums, givers) : List.of(act);
    }

    private List<Act> each(Act act, List<Entity.Money> sums, List<? extends Entity> others) {
        var parted = new ArrayList<Act>();
        var currency = sums.getFirst().currency().or(() -> sums.getLast().currency());
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).currency().isPresent()) {
                currency = sums.get(i).currency();
            }
            parted.add(with(act, in(sums.get(i), currency), others, others.get(i)));
        }
        return parted;
    }

    /** Whether amounts and as many days or people follow each other, whichever comes first. */
    static boolean areInTurn(List<? extends Entity> amounts, List<? extends Entity> days) {
        boolean isAmountFirst =
                amounts.getFirst().span().start() < days.getFirst().span().start();
        for (int i = 0; i < amounts.size(); i++) {
            var first = isAmountFirst ? amounts.get(i).span() : days.get(i).span();
            var second = isAmountFirst ? days.get(i).span() : amounts.get(i).span();
            int next = i + 1 == amounts.size()
                    ? Integer.MAX_VALUE
                    : (isAmountFirst
                                    ? amounts.get(i + 1).span()
                                    : days.get(i + 1).span())
                            .start();
            if (first.end() > second.start() || second.end() > next) {
                return false;
            }
        }
        return true;
    }

    /** A currency is said once for all. */
    private static Entity.Money in(Entity.Money sum, Optional<String> currency) {
        return new Entity.Money(sum.span(), sum.amount(), currency, sum.to(), sum.isExact());
    }

    /** What a donor sends on a day to come is promised, whatever was paid beside it. */
    private Act with(Act act, Entity.Money sum, List<? extends Entity> others, Entity own) {
        var kept = new ArrayList<Entity>(act.entities().stream()
                .filter(entity -> !(entity instanceof Entity.Money) && !others.contains(entity))
                .toList());
        kept.add(sum);
        kept.add(own);
        boolean isAhead = act.is(PAID)
                && own instanceof Entity.Date day
                && day.value().first().isAfter(today);
        return new Act(
                isAhead ? DONATE : act.intent(),
                act.confidence(),
                act.inScope(),
                act.text(),
                kept,
                true,
                isAhead ? Mood.PROMISED : act.mood(),
                List.of());
    }
}
