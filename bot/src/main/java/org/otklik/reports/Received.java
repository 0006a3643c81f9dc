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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        var step = request.step()
                .or(() -> request.asFile() || request.asChart() ? Optional.of(Step.MONTH) : Optional.empty());
        step.ifPresent(part -> parts(gifts, part, lines, rows));
        int to = lines.size();
        total(gifts, lines);
        return step.map(part -> new Report(
                        lines, rows, Optional.of(grid(gifts, part, to)), series(gifts, part, lines.getFirst())))
                .orElseGet(() -> new Report(lines, rows));
    }

    private Report.Grid grid(List<Sum> gifts, Step step, int to) {
        var rows = new ArrayList<List<String>>();
        byPart(gifts, step)
                .forEach((start, sums) -> rows.add(List.of(viewer.say(part(start, step)), viewer.cell(totals(sums)))));
        return new Report.Grid(1, to, columns(ReportsText.COLUMN_TIME, ReportsText.COLUMN_AMOUNT), rows, Set.of(1));
    }

    /** Each currency by itself: sums of two can't be compared by their length. */
    private List<Report.Series> series(List<Sum> gifts, Step step, String title) {
        var parts = byPart(gifts, step);
        return totals(gifts.stream().map(Sum::money).toList()).stream()
                .map(Money::currency)
                .map(currency -> new Report.Series(
                        viewer.series(title, currency),
                        parts.entrySet().stream()
                                .map(part -> bar(viewer.say(part(part.getKey(), step)), part.getValue(), currency))
                                .toList()))
                .toList();
    }

    private Report.Bar bar(String label, List<Money> sums, String currency) {
        var sum = totals(sums).stream()
                .filter(money -> money.currency().equals(currency))
                .findFirst()
                .orElse(new Money(BigDecimal.ZERO, currency));
        return new Report.Bar(label, sum.amount(), viewer.cell(sum));
    }

    private static Map<LocalDate, List<Money>> byPart(List<Sum> gifts, Step step) {
        return gifts.stream()
                .collect(groupingBy(gift -> start(gift.day(), step), TreeMap::new, mapping(Sum::money, toList())));
    }

    private void parts(List<Sum> gifts, Step step, List<String> lines, List<List<String>> rows) {
        var parts = byPart(gifts, step);
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
            return new Report(lines, List.of());
        }
        var said = lines.stream().distinct().toList();
        var kept = rows.subList(1, rows.size());
        return new Report(said, rows, Optional.of(grid(kept, said.size())), series(kept, lines.getFirst()));
    }

    private Report.Grid grid(List<List<String>> kept, int to) {
        return viewer.withAmounts()
                ? new Report.Grid(
                        1,
                        to,
                        columns(ReportsText.COLUMN_NAME, ReportsText.COLUMN_AMOUNT),
                        kept.stream()
                                .map(row -> List.of(row.getFirst(), viewer.cell(money(row))))
                                .toList(),
                        Set.of(1))
                : new Report.Grid(
                        1,
                        to,
                        columns(ReportsText.COLUMN_NAME),
                        kept.stream()
                                .map(row -> List.of(row.getFirst()))
                                .distinct()
                                .toList(),
                        Set.of());
    }

    private List<Report.Series> series(List<List<String>> kept, String title) {
        if (!viewer.withAmounts()) {
            return List.of();
        }
        var byCurrency = kept.stream().collect(groupingBy(row -> row.get(2), TreeMap::new, toList()));
        return byCurrency.entrySet().stream()
                .map(one -> new Report.Series(
                        viewer.series(title, one.getKey()),
                        one.getValue().stream()
                                .map(row -> new Report.Bar(
                                        row.getFirst(), money(row).amount(), viewer.cell(money(row))))
                                .toList()))
                .toList();
    }

    private static Money money(List<String> row) {
        return new Money(new BigDecimal(row.get(1)), row.get(2));
    }

    private Text line(String name, Money money) {
        return viewer.withAmounts()
                ? Text.of(ReportsText.LINE).with("name", name).with("sums", money)
                : Text.of(ReportsText.NAME).with("name", name);
    }
}
