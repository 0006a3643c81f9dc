package org.otklik.reports;

import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.GIFT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.i18n.Money;
import org.otklik.i18n.PlainDay;
import org.otklik.i18n.Text;
import org.otklik.reports.Request.Step;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.segments.DateRange;
import org.otklik.segments.Members;
import org.otklik.segments.Rule;

/**
 * Who comes back and who does not. LYBUNT: gave in a year, and not in the next. SYBUNT: gave at some time before a year, and not
 * in it, LYBUNT included. Retention: who gave in a year, of those who gave in the year before. Received money only.
 */
final class Returning {
    private static final int SHOWN = 30;

    private final Viewer viewer;

    Returning(Viewer viewer) {
        this.viewer = viewer;
    }

    /** The year that is asked about, or the one before a usual one. */
    private int year(Request request, int usual) {
        return request.when().flatMap(DateRange::from).map(LocalDate::getYear).orElse(usual);
    }

    Report lybunt(Request request) {
        int thisYear = viewer.today().getYear();
        int year = Math.min(year(request, thisYear - 1), thisYear - 1);
        var head = Text.of(ReportsText.LYBUNT)
                .with("year", String.valueOf(year))
                .with("next", String.valueOf(year + 1))
                .with("current", String.valueOf(year + 1 == thisYear));
        return people(request, head, Rule.gaveButNotAfter(year), DateRange.year(year));
    }

    Report sybunt(Request request) {
        int thisYear = viewer.today().getYear();
        int year = Math.min(year(request, thisYear - 1) + 1, thisYear);
        if (request.when()
                .flatMap(DateRange::from)
                .filter(from -> from.getYear() == thisYear)
                .isPresent()) {
            year = thisYear;
        }
        var head = Text.of(ReportsText.SYBUNT)
                .with("year", String.valueOf(year))
                .with("current", String.valueOf(year == thisYear));
        return people(request, head, Rule.gaveBeforeButNotIn(year), DateRange.until(LocalDate.of(year - 1, 12, 31)));
    }

    /** What somebody gave in the time, and what came last. */
    private record Given(ContactRecord who, List<Money> sums, GiftRecord last) {}

    private Report people(Request request, Text head, Rule rule, DateRange when) {
        var found = new Members(viewer.sql(), viewer.today(), viewer.withRestricted()).of(rule);
        var given = new ArrayList<>(found.stream().map(who -> given(who, when)).toList());
        given.sort(Comparator.comparing(
                (Given one) -> one.sums().stream()
                        .map(Money::amount)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO),
                Comparator.reverseOrder()));
        if (request.top() > 0) {
            given.subList(Math.min(request.top(), given.size()), given.size()).clear();
        }
        int top = request.top() > 0 ? request.top() : SHOWN;
        var lines = new ArrayList<String>();
        lines.add(viewer.say(head.with("count", found.size())));
        given.stream().limit(top).forEach(one -> lines.add(viewer.say(line(one))));
        if (found.size() > top) {
            lines.add(viewer.say(Text.of(ReportsText.AND_MORE).with("count", found.size() - top)));
        }
        int to = lines.size();
        // Beside the names of a few the sum of all would tell what one of them gave.
        var totals = viewer.withAmounts() ? totals(given) : List.<Money>of();
        if (!totals.isEmpty()) {
            lines.add(viewer.say(Text.of(ReportsText.THEY_GAVE).with("sums", totals)));
        }
        return given.isEmpty()
                ? new Report(lines, List.of())
                : new Report(lines, rows(given), Optional.of(grid(given, to)), List.of());
    }

    private Report.Grid grid(List<Given> given, int to) {
        return viewer.withAmounts()
                ? new Report.Grid(
                        1,
                        to,
                        titles(
                                ReportsText.COLUMN_NAME,
                                ReportsText.COLUMN_AMOUNT,
                                ReportsText.COLUMN_LAST_GIFT,
                                ReportsText.COLUMN_LAST_DAY),
                        given.stream().map(this::row).toList(),
                        Set.of(1, 2))
                : new Report.Grid(
                        1,
                        to,
                        titles(ReportsText.COLUMN_NAME),
                        given.stream().map(one -> List.of(one.who().getName())).toList(),
                        Set.of());
    }

    private List<String> row(Given one) {
        return List.of(
                one.who().getName(),
                viewer.cell(one.sums()),
                one.last().getAmount() == null ? "" : viewer.cell(last(one)),
                viewer.cell(new PlainDay(one.last().getReceivedOn())));
    }

    private List<String> titles(ReportsText... columns) {
        return Stream.of(columns).map(column -> viewer.say(Text.of(column))).toList();
    }

    private Given given(ContactRecord who, DateRange when) {
        var gifts = viewer.sql()
                .selectFrom(GIFT)
                .where(GIFT.CONTACT_ID.eq(who.getId()))
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.KIND.eq("money"))
                .and(when.from().map(GIFT.RECEIVED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(GIFT.RECEIVED_ON::le).orElse(trueCondition()))
                .orderBy(GIFT.RECEIVED_ON, GIFT.ID)
                .fetch();
        var sums = new HashMap<String, BigDecimal>();
        gifts.stream()
                .filter(gift -> gift.getAmount() != null)
                .forEach(gift -> sums.merge(gift.getCurrency(), gift.getAmount(), BigDecimal::add));
        return new Given(who, money(sums), gifts.getLast());
    }

    private static List<Money> money(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    private static List<Money> totals(List<Given> given) {
        var sums = new HashMap<String, BigDecimal>();
        given.stream()
                .flatMap(one -> one.sums().stream())
                .forEach(money -> sums.merge(money.currency(), money.amount(), BigDecimal::add));
        return money(sums);
    }

    private Text line(Given one) {
        return viewer.withAmounts() && one.last().getAmount() != null
                ? Text.of(ReportsText.LAST_GIFT)
                        .with("name", one.who().getName())
                        .with("amount", last(one))
                        .with("day", new PlainDay(one.last().getReceivedOn()))
                : Text.of(ReportsText.NAME).with("name", one.who().getName());
    }

    private static Money last(Given one) {
        return new Money(one.last().getAmount(), one.last().getCurrency());
    }

    private List<List<String>> rows(List<Given> given) {
        var rows = new ArrayList<List<String>>();
        rows.add(titles(
                ReportsText.COLUMN_NAME,
                ReportsText.COLUMN_AMOUNT,
                ReportsText.COLUMN_CURRENCY,
                ReportsText.COLUMN_LAST_DAY));
        given.forEach(one -> one.sums()
                .forEach(money -> rows.add(List.of(
                        one.who().getName(),
                        money.amount().toPlainString(),
                        money.currency(),
                        one.last().getReceivedOn().toString()))));
        return rows;
    }

    Report retention(Request request) {
        int thisYear = viewer.today().getYear();
        var lines = new ArrayList<String>();
        int to = request.when().flatMap(DateRange::to).map(LocalDate::getYear).orElse(thisYear);
        int from =
                request.when().flatMap(DateRange::from).map(LocalDate::getYear).orElse(to - 1);
        boolean isEachYear = request.step().filter(Step.YEAR::equals).isPresent()
                && request.when().isEmpty();
        int first = isEachYear ? to - 5 : from == to ? to - 1 : from;
        var bars = new ArrayList<Report.Bar>();
        for (int year = first; year < to; year++) {
            lines.add(viewer.say(kept(year, year + 1, thisYear)));
            bars.add(bar(year));
        }
        return new Report(
                lines,
                List.of(),
                Optional.empty(),
                List.of(new Report.Series(viewer.say(Text.of(ReportsText.COLUMN_SHARE)), bars)));
    }

    private Report.Bar bar(int year) {
        var gaveBefore = donors(year);
        var gaveAgain = new HashSet<>(gaveBefore);
        gaveAgain.retainAll(donors(year + 1));
        var share = gaveBefore.isEmpty() ? BigDecimal.ZERO : percent(gaveAgain.size(), gaveBefore.size());
        var years =
                Text.of(ReportsText.YEARS).with("before", String.valueOf(year)).with("after", String.valueOf(year + 1));
        return new Report.Bar(viewer.say(years), share, viewer.cell(share) + "%");
    }

    private Text kept(int before, int after, int thisYear) {
        var gaveBefore = donors(before);
        var gaveAgain = new HashSet<>(gaveBefore);
        gaveAgain.retainAll(donors(after));
        var said = gaveBefore.isEmpty()
                ? Text.of(ReportsText.NO_RETENTION)
                : Text.of(ReportsText.RETENTION)
                        .with("percent", percent(gaveAgain.size(), gaveBefore.size()))
                        .with("again", gaveAgain.size())
                        .with("all", gaveBefore.size());
        return said.with("before", String.valueOf(before))
                .with("after", String.valueOf(after))
                .with("current", String.valueOf(after == thisYear));
    }

    private Set<Long> donors(int year) {
        return new Members(viewer.sql(), viewer.today(), viewer.withRestricted())
                .of(Rule.gave(DateRange.year(year))).stream()
                        .map(ContactRecord::getId)
                        .collect(Collectors.toSet());
    }

    static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(part * 100L)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
