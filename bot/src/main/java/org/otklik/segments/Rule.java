package org.otklik.segments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody must be to belong to a list. Kept as json under the name of a segment, and looked up anew each time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.All.class, name = "all"),
    @JsonSubTypes.Type(value = Rule.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Rule.Not.class, name = "not"),
    @JsonSubTypes.Type(value = Rule.Gave.class, name = "gave"),
    @JsonSubTypes.Type(value = Rule.Worked.class, name = "worked"),
    @JsonSubTypes.Type(value = Rule.Pledged.class, name = "pledged"),
    @JsonSubTypes.Type(value = Rule.FirstGave.class, name = "first_gave"),
    @JsonSubTypes.Type(value = Rule.Lapsed.class, name = "lapsed"),
    @JsonSubTypes.Type(value = Rule.GivesMonthly.class, name = "gives_monthly"),
    @JsonSubTypes.Type(value = Rule.HasRole.class, name = "has_role"),
    @JsonSubTypes.Type(value = Rule.HasTag.class, name = "has_tag"),
    @JsonSubTypes.Type(value = Rule.Consents.class, name = "consents"),
    @JsonSubTypes.Type(value = Rule.Speaks.class, name = "speaks"),
    @JsonSubTypes.Type(value = Rule.HasPoint.class, name = "has_point"),
    @JsonSubTypes.Type(value = Rule.LivesIn.class, name = "lives_in"),
    @JsonSubTypes.Type(value = Rule.IsA.class, name = "is_a"),
    @JsonSubTypes.Type(value = Rule.Refuses.class, name = "refuses"),
    @JsonSubTypes.Type(value = Rule.Called.class, name = "called")
})
public sealed interface Rule {
    /** Everything of it. */
    record All(List<Rule> of) implements Rule {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of it. */
    record Any(List<Rule> of) implements Rule {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** The opposite. */
    record Not(Rule of) implements Rule {}

    /** What an amount is compared with. */
    enum Measure {
        /** All that was given in the time, in one currency. */
        TOTAL,
        /** A single gift. */
        ONE_GIFT,
        /** How many gifts there were. */
        TIMES,
        /** How many hours of a volunteer have been approved. */
        HOURS
    }

    /** How an amount is compared. */
    enum Bound {
        MORE,
        AT_LEAST,
        LESS,
        AT_MOST,
        EXACTLY
    }

    /**
     * A limit.
     *
     * @param currency ISO 4217; of no meaning where gifts are counted
     */
    record Limit(Measure measure, Bound bound, BigDecimal amount, String currency) {
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

        private boolean isImpossible() {
            boolean isOfNothing = amount.signum() == 0 && bound == Bound.EXACTLY;
            return amount.signum() < 0 || isOfNothing || amount.compareTo(MOST) >= 0;
        }
    }

    /** A limit of money that no gift can meet: less than nothing, nothing at all, more than there is. */
    default Optional<BigDecimal> impossibleSum() {
        return switch (this) {
            case All all ->
                all.of().stream().flatMap(part -> part.impossibleSum().stream()).findFirst();
            case Any any ->
                any.of().stream().flatMap(part -> part.impossibleSum().stream()).findFirst();
            case Not not -> not.of().impossibleSum();
            case Gave gave ->
                gave.limits().stream()
                        .filter(limit -> limit.measure() == Measure.TOTAL || limit.measure() == Measure.ONE_GIFT)
                        .filter(Limit::isImpossible)
                        .map(Limit::amount)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** Gave money that was received in some time. Promises are no gifts. */
    record Gave(DateRange when, List<Limit> limits) implements Rule {
        public Gave {
            limits = List.copyOf(limits);
        }
    }

    /** Worked as a volunteer; hours count once they are approved. */
    record Worked(DateRange when, List<Limit> limits) implements Rule {
        public Worked {
            limits = List.copyOf(limits);
        }
    }

    /** Has promised money that has not come yet. */
    record Pledged(DateRange when) implements Rule {}

    /** Gave for the first time. */
    record FirstGave(DateRange when) implements Rule {}

    /** Gave once, and not for some months. */
    record Lapsed(int months) implements Rule {}

    /** Has a monthly gift that goes on. */
    record GivesMonthly() implements Rule {}

    /** @param role as the table contact_role has it; a donor is also who gave without being called so */
    record HasRole(String role) implements Rule {}

    /** Bears a tag. */
    record HasTag(String tag) implements Rule {}

    /** @param purpose as the table consent has it */
    record Consents(String purpose) implements Rule {}

    /** Has said that no mailing is wanted, which is more than never having agreed to one. */
    record Refuses() implements Rule {}

    /** @param language an ISO 639-1 code */
    record Speaks(String language) implements Rule {}

    /** Can be reached so. */
    record HasPoint(String kind) implements Rule {}

    /** @param place as typed: it is looked for in postal addresses */
    record LivesIn(String place) implements Rule {}

    /** Is a person, or an organisation. */
    record IsA(String kind) implements Rule {}

    /** @param name as typed: in any case and spelling */
    record Called(String name) implements Rule {}

    /** Gave something at some time. */
    static Rule gave(DateRange when) {
        return new Gave(when, List.of());
    }

    /** LYBUNT: gave in a year, and not in the one after it. */
    static Rule gaveButNotAfter(int year) {
        return new All(List.of(gave(DateRange.year(year)), new Not(gave(DateRange.year(year + 1)))));
    }

    /** SYBUNT: gave before a year, and not in it. */
    static Rule gaveBeforeButNotIn(int year) {
        var before = DateRange.until(LocalDate.of(year - 1, 12, 31));
        return new All(List.of(gave(before), new Not(gave(DateRange.year(year)))));
    }

    /** The first giving that it asks for; what was given then is shown with the names. */
    default Optional<Gave> giving() {
        return switch (this) {
            case Gave gave -> Optional.of(gave);
            case All all ->
                all.of().stream().flatMap(part -> part.giving().stream()).findFirst();
            case Any any ->
                any.of().stream().flatMap(part -> part.giving().stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** The name of a constant as texts select by it. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
