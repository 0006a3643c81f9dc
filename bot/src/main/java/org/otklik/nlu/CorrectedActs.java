package org.otklik.nlu;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlu.time.DateValue;

/** "She gave 80 on Saturday. Actually it was Sunday": what one sentence puts right was said by another of the same message. */
final class CorrectedActs {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int WEEK = 7;

    /** What is written down with values that can be wrong. */
    private static final Set<String> WITH_VALUES = Set.of(
            "giving.donate",
            "giving.record",
            "giving.report_payment",
            "giving.change_recurring",
            "interactions.log",
            "tasks.create",
            "tasks.postpone",
            "volunteering.log_hours",
            "events.register",
            "profile.update",
            "contacts.create",
            "contacts.update",
            "deals.create",
            "deals.move");

    private final LocalDate today;

    /** @param today when it was sent */
    CorrectedActs(LocalDate today) {
        this.today = today;
    }

    List<Act> of(List<Act> acts) {
        var done = new ArrayList<Act>();
        for (var act : acts) {
            int told = act.is(Corrections.CORRECT) && !act.entities().isEmpty() ? told(done, act) : -1;
            if (told < 0) {
                done.add(act);
            } else {
                done.set(told, corrected(done.get(told), act));
            }
        }
        return done;
    }

    /** Which of the acts before it a correction is about: the nearest that names what it puts right, else the last; -1 for none. */
    private int told(List<Act> before, Act correction) {
        var likely = IntStream.range(0, before.size())
                .map(i -> before.size() - 1 - i)
                .filter(i -> WITH_VALUES.contains(before.get(i).intent()))
                .boxed()
                .toList();
        return likely.stream()
                .filter(i -> correction.entities().stream()
                        .anyMatch(
                                right -> wrong(before.get(i), correction, right).isPresent()))
                .findFirst()
                .or(() -> likely.stream().findFirst())
                .orElse(-1);
    }

    private Act corrected(Act act, Act correction) {
        var done = act;
        for (var right : correction.entities()) {
            var wrong = wrong(done, correction, right);
            var fit = wrong.flatMap(old -> fitted(right, old, correction)).orElse(right);
            done = done.with(fit, wrong);
        }
        return done;
    }

    /** What was called wrong is put right, else what was said last. */
    private Optional<Entity> wrong(Act act, Act correction, Entity right) {
        var said = act.entities().reversed();
        return Stream.concat(
                        said.stream()
                                .filter(old -> correction.rejected().stream().anyMatch(wrong -> isSame(wrong, old))),
                        said.stream())
                .filter(old -> fitted(right, old, correction).isPresent())
                .findFirst();
    }

    private static boolean isSame(Entity wrong, Entity old) {
        return switch (wrong) {
            case Entity.Money one
            when old instanceof Entity.Money other -> factor(one, other).isPresent();
            case Entity.Date one
            when old instanceof Entity.Date other -> one.value().equals(other.value());
            default -> wrong.getClass() == old.getClass() && wrong.equals(old);
        };
    }

    /** By what a bare "5" becomes the "5 thousand" that it stands for. */
    private static Optional<BigDecimal> factor(Entity.Money bare, Entity.Money full) {
        return Stream.of(BigDecimal.ONE, THOUSAND, THOUSAND.pow(2))
                .filter(factor -> bare.amount().multiply(factor).compareTo(full.amount()) == 0)
                .findFirst();
    }

    private Optional<Entity> fitted(Entity right, Entity old, Act correction) {
        if (right instanceof Entity.Money sum && old instanceof Entity.Money other) {
            return Optional.of(fitted(sum, other, correction));
        }
        if (right instanceof Entity.Date date && old instanceof Entity.Date other) {
            return Optional.of(new Entity.Date(date.span(), fitted(date.value(), other.value())));
        }
        return Corrections.isAlike(right, old) ? Optional.of(right) : Corrections.like(right, old);
    }

    /** In the currency of the other, and in its thousands where the wrong figure was told in them. */
    private static Entity.Money fitted(Entity.Money sum, Entity.Money other, Act correction) {
        var factor = correction.rejected().stream()
                .filter(Entity.Money.class::isInstance)
                .map(Entity.Money.class::cast)
                .flatMap(wrong -> factor(wrong, other).stream())
                .filter(_ -> sum.currency().isEmpty())
                .findFirst()
                .orElse(BigDecimal.ONE);
        return new Entity.Money(
                sum.span(),
                sum.amount().multiply(factor),
                sum.currency().or(other::currency),
                sum.to().map(factor::multiply),
                sum.isExact());
    }

    /** "On Saturday. Actually it was Sunday": what was is not put right to what will be. */
    private DateValue fitted(DateValue right, DateValue old) {
        boolean isPast = !old.last().isAfter(today);
        if (!isPast || !right.first().isAfter(today) || !right.first().equals(right.last())) {
            return right;
        }
        var day = right.first();
        var inMonth = old.first()
                .withDayOfMonth(Math.min(day.getDayOfMonth(), old.first().lengthOfMonth()));
        boolean isWeekday = day.isBefore(today.plusDays(WEEK + 1L));
        return new DateValue.Day(isWeekday ? day.minusDays(WEEK) : inMonth);
    }
}
