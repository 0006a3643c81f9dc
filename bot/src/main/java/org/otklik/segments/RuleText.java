package org.otklik.segments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.otklik.i18n.Money;
import org.otklik.i18n.PlainDay;
import org.otklik.i18n.Text;
import org.otklik.segments.Rule.Limit;
import org.otklik.segments.Rule.Measure;

/** Says a condition back in words. */
public final class RuleText {
    private RuleText() {}

    public static Text of(Rule rule) {
        return say(rule, false);
    }

    private static Text say(Rule rule, boolean isNegated) {
        var said = switch (rule) {
            case Rule.All all -> joined(isNegated ? SegmentsText.ANY_OF : SegmentsText.ALL_OF, all.of(), isNegated);
            case Rule.Any any -> joined(isNegated ? SegmentsText.ALL_OF : SegmentsText.ANY_OF, any.of(), isNegated);
            case Rule.Not not -> say(not.of(), !isNegated);
            case Rule.Gave gave -> gave(gave);
            case Rule.Worked worked -> worked(worked);
            case Rule.Pledged pledged -> Text.of(SegmentsText.PLEDGED).with("when", when(pledged.when()));
            case Rule.FirstGave first -> Text.of(SegmentsText.FIRST_GAVE).with("when", when(first.when()));
            case Rule.Lapsed lapsed -> Text.of(SegmentsText.LAPSED).with("months", lapsed.months());
            case Rule.GivesMonthly _ -> Text.of(SegmentsText.GIVES_MONTHLY);
            case Rule.HasRole has -> Text.of(SegmentsText.HAS_ROLE).with("role", has.role());
            case Rule.HasTag has -> Text.of(SegmentsText.HAS_TAG).with("tag", has.tag());
            case Rule.Consents consents -> Text.of(SegmentsText.CONSENTS).with("purpose", consents.purpose());
            case Rule.Refuses _ -> Text.of(SegmentsText.REFUSES);
            case Rule.Speaks speaks -> Text.of(SegmentsText.SPEAKS).with("language", speaks.language());
            case Rule.HasPoint has -> Text.of(SegmentsText.HAS_POINT).with("kind", has.kind());
            case Rule.LivesIn lives -> Text.of(SegmentsText.LIVES_IN).with("place", lives.place());
            case Rule.IsA is -> Text.of(SegmentsText.IS_A).with("kind", is.kind());
            case Rule.Called called -> Text.of(SegmentsText.CALLED).with("name", called.name());
        };
        return rule instanceof Rule.Not ? said : said.with("negated", String.valueOf(isNegated));
    }

    private static Text joined(SegmentsText key, List<Rule> parts, boolean isNegated) {
        var said = parts.stream().map(part -> say(part, isNegated)).toList();
        return said.stream()
                .skip(1)
                .reduce(
                        said.getFirst(),
                        (one, other) -> Text.of(key).with("one", one).with("other", other));
    }

    private static Text gave(Rule.Gave gave) {
        if (gave.limits().isEmpty()) {
            return Text.of(SegmentsText.GAVE).with("when", when(gave.when()));
        }
        var limits = gave.limits().stream().map(RuleText::limit).toList();
        var said = limits.stream()
                .skip(1)
                .reduce(
                        limits.getFirst(),
                        (one, other) -> Text.of(SegmentsText.BOTH_LIMITS)
                                .with("one", one)
                                .with("other", other));
        return Text.of(SegmentsText.GAVE_LIMITED).with("limit", said).with("when", when(gave.when()));
    }

    private static Text worked(Rule.Worked worked) {
        var limits = worked.limits().stream().map(RuleText::limit).toList();
        return Text.of(SegmentsText.WORKED).with("limit", limits).with("when", when(worked.when()));
    }

    private static Text limit(Limit limit) {
        var text = switch (limit.measure()) {
            case TIMES ->
                Text.of(SegmentsText.LIMIT_TIMES).with("amount", limit.amount().intValue());
            case HOURS ->
                Text.of(SegmentsText.LIMIT_HOURS).with("amount", limit.amount().intValue());
            case TOTAL, ONE_GIFT ->
                Text.of(SegmentsText.LIMIT).with("amount", new Money(limit.amount(), limit.currency()));
        };
        var said = text.with("bound", Rule.code(limit.bound()));
        return limit.measure() == Measure.ONE_GIFT
                ? Text.of(SegmentsText.IN_ONE_GIFT).with("limit", said)
                : said;
    }

    /** A stretch of time as an adverb: in 2025, since 1 March 2026. */
    public static Text when(DateRange range) {
        if (range.from().isEmpty()) {
            return range.to()
                    .map(to -> Text.of(SegmentsText.UNTIL).with("day", new PlainDay(to)))
                    .orElse(Text.of(SegmentsText.EVER));
        }
        var from = range.from().get();
        return range.to()
                .map(to -> between(from, to))
                .orElse(Text.of(SegmentsText.SINCE).with("day", new PlainDay(from)));
    }

    private static Text between(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return Text.of(SegmentsText.ON_DAY).with("day", new PlainDay(from));
        }
        boolean isYear = from.getDayOfYear() == 1 && to.equals(from.withDayOfYear(from.lengthOfYear()));
        if (isYear) {
            return Text.of(SegmentsText.IN_YEAR).with("year", String.valueOf(from.getYear()));
        }
        var month = YearMonth.from(from);
        boolean isMonth = from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth());
        return isMonth
                ? Text.of(SegmentsText.IN_MONTH).with("month", month)
                : Text.of(SegmentsText.BETWEEN).with("from", new PlainDay(from)).with("to", new PlainDay(to));
    }
}
