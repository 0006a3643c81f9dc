package org.otklik.segments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.segments.Rule.Bound;
import org.otklik.segments.Rule.Limit;
import org.otklik.segments.Rule.Measure;

/** One thing that a condition asks for, while it is being read: "gave more than 2000 this year". */
final class Clause {
    /** What a clause is about where it speaks of giving. */
    static final String GIVING = "give";

    /** What a clause is about where it speaks of what somebody is to the organisation. */
    static final String ROLE = "role";

    private static final String PLEDGED = "pledged";
    /** What a clause is about where it speaks of hours. */
    static final String WORKED = "worked";

    private static final String DONOR = "donor";
    private static final int YEAR = 12;

    boolean isNegated;
    boolean isJoinedByOr;
    /** Another kind of people beside the one before. */
    boolean isKindBeside;

    boolean isExcepted;
    boolean saysCurrency;

    @Nullable
    String kind;

    String detail = "";

    @Nullable
    DateRange when;

    @Nullable
    Bound bound;

    Measure measure = Measure.TOTAL;
    int months;
    final List<Limit> limits = new ArrayList<>();

    boolean hasMatter() {
        return kind != null || when != null || !limits.isEmpty() || months > 0;
    }

    void limit(BigDecimal amount, Optional<BigDecimal> to, String currency) {
        if (to.isPresent()) {
            limits.add(new Limit(measure, Bound.AT_LEAST, amount, currency));
            limits.add(new Limit(measure, Bound.AT_MOST, to.get(), currency));
        } else {
            limits.add(new Limit(measure, bound == null ? Bound.EXACTLY : bound, amount, currency));
        }
    }

    /** A bound that follows its amount: "2000 or more". */
    void bind(Bound said) {
        bound = said;
        if (!limits.isEmpty() && limits.getLast().bound() == Bound.EXACTLY) {
            var last = limits.removeLast();
            limits.add(new Limit(last.measure(), said, last.amount(), last.currency()));
        }
    }

    /** "Gave five times": what was compared is a number of gifts. */
    void count() {
        measure = Measure.TIMES;
        limits.replaceAll(limit -> new Limit(Measure.TIMES, limit.bound(), limit.amount(), limit.currency()));
    }

    /** "More than 10 hours": what was compared is time. */
    void hours() {
        measure = Measure.HOURS;
        limits.replaceAll(limit -> new Limit(Measure.HOURS, limit.bound(), limit.amount(), limit.currency()));
    }

    void single() {
        measure = Measure.ONE_GIFT;
        limits.replaceAll(limit -> new Limit(Measure.ONE_GIFT, limit.bound(), limit.amount(), limit.currency()));
    }

    DateRange range() {
        return when == null ? DateRange.EVER : when;
    }

    /** Also "donors of 2025", who are those that gave then. */
    boolean speaksOfGiving() {
        boolean isOfDonors = isOf(ROLE) && detail.equals(DONOR) && (when != null || !limits.isEmpty());
        return GIVING.equals(kind) || isOfDonors;
    }

    /** "Monthly donors" are those who give monthly: the noun adds nothing. */
    boolean isOfAnyDonor() {
        return isOf(ROLE) && detail.equals(DONOR) && !speaksOfGiving();
    }

    boolean isOf(String other) {
        return other.equals(kind);
    }

    /** What it asks for; empty where it is not about anything. */
    Optional<Rule> rule() {
        return positive().map(rule -> isNegated ? new Rule.Not(rule) : rule);
    }

    private Optional<Rule> positive() {
        if (months > 0 && (kind == null || kind.equals(GIVING))) {
            isNegated = false;
            return Optional.of(new Rule.Lapsed(months));
        }
        if (speaksOfGiving()) {
            return Optional.of(new Rule.Gave(range(), limits));
        }
        return Optional.ofNullable(kind).map(about -> switch (about) {
            case WORKED -> new Rule.Worked(range(), limits);
            case PLEDGED -> new Rule.Pledged(range());
            case "first" -> new Rule.FirstGave(range());
            case "monthly" -> new Rule.GivesMonthly();
            case "lapsed" -> new Rule.Lapsed(YEAR);
            case "consent" -> new Rule.Consents(detail);
            case "tag" -> new Rule.HasTag(detail);
            case "language" -> new Rule.Speaks(detail);
            case "point" -> new Rule.HasPoint(detail);
            case "place" -> new Rule.LivesIn(detail);
            case "is" -> new Rule.IsA(detail);
            case "refusal" -> new Rule.Refuses();
            case "called" -> new Rule.Called(detail);
            default -> new Rule.HasRole(detail);
        });
    }
}
