package org.otklik.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.GIFT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.TableField;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.reports.Request.Step;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.segments.DateRange;
import org.otklik.segments.RuleText;

/** Money, each currency by itself: what came in, by month or in all, what is promised, the average gift, and who gives most. */
final class Received {
    private static final int LARGEST = 10;

    private final Viewer viewer;

    Received(Viewer viewer) {
        this.viewer = viewer;
    }

    private record Sum(LocalDate day, Money money) {}

    private DateRange usual(Optional<DateRange> when) {
        return when.orElse(DateRange.year(viewer.today().getYear()));
    }

    Report received(Request request) {
        var when = usual(request.when());
        var gifts = gifts(GIFT.RECEIVED_ON, "received", when);
        var lines = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        lines.add(viewer.say(Text.of(ReportsText.RECEIVED).with("when", RuleText.when(when))));
        request.step()
                .or(() -> request.asFile() ? Optional.of(Step.MONTH) : Optional.empty())
                .ifPresent(step -> parts(gifts, step, lines, rows));
        total(gifts, lines);
        return new Report(lines, rows);
    }

    private void parts(List<Sum> gifts, Step step, List<String> lines, List<List<String>> rows) {
        var parts = gifts.stream()
                .collect(groupingBy(gift -> start(gift.day(), step), TreeMap::new, mapping(Sum::money, toList())));
        rows.add(columns(ReportsText.COLUMN_TIME, ReportsText.COLUMN_AMOUNT, ReportsText.COLUMN_CURRENCY));
        parts.forEach((start, sums) -> {
            var part = viewer.say(part(start, step));
            var totals = totals(sums);
            lines.add(viewer.say(Text.of(ReportsText.LINE).with("name", part).with("sums", totals)));
            totals.forEach(money -> rows.add(List.of(part, money.amount().toPlainString(), money.currency())));
        });
    }

    private List<String> columns(ReportsText... names) {
        return List.of(names).stream().map(name -> viewer.say(Text.of(name))).toList();
    }

    private static LocalDate start(LocalDate day, Step step) {
        return switch (step) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static Text part(LocalDate start, Step step) {
        return switch (step) {
            case MONTH -> Text.of(ReportsText.MONTH).with("month", YearMonth.from(start));
            case QUARTER ->
                Text.of(ReportsText.QUARTER)
                        .with("quarter", start.get(IsoFields.QUARTER_OF_YEAR))
                        .with("year", String.valueOf(start.getYear()));
            case YEAR -> Text.of(ReportsText.YEAR).with("year", String.valueOf(start.getYear()));
        };
    }

    private void total(List<Sum> gifts, List<String> lines) {
        var totals = totals(gifts.stream().map(Sum::money).toList());
        lines.add(viewer.say(
                totals.isEmpty()
                        ? Text.of(ReportsText.NOTHING)
                        : Text.of(ReportsText.TOTAL).with("sums", totals)));
    }

    private static List<Money> totals(List<Money> sums) {
        var totals = new TreeMap<String, BigDecimal>();
        sums.forEach(money -> totals.merge(money.currency(), money.amount(), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> new Money(total.getValue(), total.getKey()))
                .toList();
    }

    /** What was promised and has not come yet, by the day for which it was promised. */
    Report promised(Request request) {
        var when = request.when().orElse(DateRange.EVER);
        var lines = new ArrayList<String>();
        lines.add(viewer.say(Text.of(ReportsText.PROMISED).with("when", RuleText.when(when))));
        total(gifts(GIFT.EXPECTED_ON, "pledged", when), lines);
        return new Report(lines, List.of());
    }

    private List<Sum> gifts(TableField<GiftRecord, LocalDate> day, String status, DateRange when) {
        var sum = sum(GIFT.AMOUNT);
        return viewer.sql()
                .select(day, GIFT.CURRENCY, sum)
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .where(counted(status))
                .and(when.from().map(day::ge).orElse(trueCondition()))
                .and(when.to().map(day::le).orElse(trueCondition()))
                .groupBy(day, GIFT.CURRENCY)
                .fetch(row -> new Sum(
                        Optional.ofNullable(row.value1()).orElse(viewer.today()),
                        new Money(row.value3(), row.value2())));
    }

    private Condition counted(String status) {
        return GIFT.STATUS
                .eq(status)
                .and(GIFT.KIND.eq("money"))
                .and(GIFT.AMOUNT.isNotNull())
                .and(viewer.mayCount());
    }

    private Condition received(DateRange when) {
        return counted("received")
                .and(when.from().map(GIFT.RECEIVED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(GIFT.RECEIVED_ON::le).orElse(trueCondition()));
    }

    /** The total by the number of gifts. */
    Report average(Request request) {
        var when = usual(request.when());
        var lines = new ArrayList<String>();
        lines.add(viewer.say(Text.of(ReportsText.AVERAGE).with("when", RuleText.when(when))));
        viewer.sql()
                .select(GIFT.CURRENCY, sum(GIFT.AMOUNT), count())
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .where(received(when))
                .groupBy(GIFT.CURRENCY)
                .orderBy(GIFT.CURRENCY)
                .forEach(row -> lines.add(viewer.say(Text.of(ReportsText.AVERAGE_LINE)
                        .with(
                                "amount",
                                new Money(
                                        row.value2().divide(BigDecimal.valueOf(row.value3()), 2, RoundingMode.HALF_UP),
                                        row.value1()))
                        .with("count", row.value3()))));
        if (lines.size() == 1) {
            lines.add(viewer.say(Text.of(ReportsText.NOTHING)));
        }
        return new Report(lines, List.of());
    }

    /** Donors are counted across currencies. */
    Report donors(Request request) {
        var when = usual(request.when());
        int donors = viewer.sql()
                .select(countDistinct(GIFT.CONTACT_ID))
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .where(received(when))
                .fetchSingle()
                .value1();
        return Report.of(viewer.say(
                Text.of(ReportsText.DONORS).with("when", RuleText.when(when)).with("count", donors)));
    }

    /** Who has given most, in each currency. */
    Report largest(Request request) {
        var when = request.when().orElse(DateRange.EVER);
        int top = request.top() > 0 ? request.top() : LARGEST;
        var total = sum(GIFT.AMOUNT);
        var lines = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        lines.add(viewer.say(Text.of(ReportsText.LARGEST).with("when", RuleText.when(when))));
        rows.add(columns(ReportsText.COLUMN_NAME, ReportsText.COLUMN_AMOUNT, ReportsText.COLUMN_CURRENCY));
        var given = viewer.sql()
                .select(CONTACT.NAME, GIFT.CURRENCY, total)
                .from(GIFT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(GIFT.CONTACT_ID))
                .where(received(when))
                .groupBy(CONTACT.ID, CONTACT.NAME, GIFT.CURRENCY)
                .orderBy(GIFT.CURRENCY, total.desc(), CONTACT.ID)
                .fetch()
                .intoGroups(GIFT.CURRENCY);
        given.values().stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .forEach(ofCurrency -> ofCurrency.stream().limit(top).forEach(row -> {
                    lines.add(viewer.say(line(row.value1(), new Money(row.value3(), row.value2()))));
                    rows.add(List.of(row.value1(), row.value3().toPlainString(), row.value2()));
                }));
        if (given.isEmpty()) {
            lines.add(viewer.say(Text.of(ReportsText.NOTHING)));
        }
        return new Report(lines.stream().distinct().toList(), rows);
    }

    private Text line(String name, Money money) {
        return viewer.withAmounts()
                ? Text.of(ReportsText.LINE).with("name", name).with("sums", money)
                : Text.of(ReportsText.NAME).with("name", name);
    }
}
