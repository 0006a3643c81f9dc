package org.otklik.segments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.GIFT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.files.Csv;
import org.otklik.files.LongList;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Answers who it is that a condition holds for: the condition read back, how many, and the names that the reader may see. */
public final class PeopleList {
    /** Keeps the condition of a list under a name; the argument holds it. */
    public static final String KEEP = "segments.keep";

    static final String RULE = "rule";
    private static final int SHOWN = 30;
    private static final String FILE = "people";

    private final Organization organization;
    private final AccessRules access;
    private final ListWords wanted = new ListWords();

    public PeopleList(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    /** Shows the people of a condition, and offers to keep it. */
    public void show(Turn turn, Rule rule) {
        var impossible = rule.impossibleSum();
        if (impossible.isPresent()) {
            turn.say(Text.of(SegmentsText.NO_SUCH_SUM).with("sum", impossible.get()));
            return;
        }
        var lines = new ArrayList<String>();
        lines.add(turn.written(Text.of(SegmentsText.CONDITION).with("rule", RuleText.of(rule))));
        people(turn, rule, lines);
        if (!lines.isEmpty()) {
            turn.quote(String.join("\n", lines));
        }
        turn.offer(SegmentsText.KEEP, Action.of(KEEP, RULE, Json.write(rule).data()));
    }

    /** Adds the people to what is said above them; what is left of it then is still to be said. */
    void people(Turn turn, Rule rule, List<String> lines) {
        var role = turn.speaker().staff().orElseThrow().role();
        var found = new Members(turn.sql(), organization.day(turn.at()), access.mayListRestricted(role)).of(rule);
        lines.add(turn.written(Text.of(SegmentsText.COUNT).with("count", found.size())));
        var words = turn.message().said();
        int top = wanted.top(words);
        var listed = top > 0 ? found.stream().limit(top).toList() : found;
        var sums = access.mayListAmounts(role) ? sums(turn, rule, listed) : Map.<Long, List<Money>>of();
        boolean isFile = wanted.isFile(words);
        var kept = access.mayExport(role) ? rows(turn, listed, sums) : List.<List<String>>of();
        if (turn.hasTables() && !listed.isEmpty()) {
            table(turn, String.join("\n", lines), listed, sums, isFile ? List.of() : kept);
            lines.clear();
        } else {
            listed.stream().limit(SHOWN).forEach(person -> lines.add(turn.written(line(person, sums))));
            if (listed.size() > SHOWN) {
                lines.add(turn.written(Text.of(SegmentsText.AND_MORE).with("count", listed.size() - SHOWN)));
            }
        }
        if (isFile && kept.isEmpty()) {
            lines.add(turn.written(Text.of(SegmentsText.NO_FILE)));
        } else if (isFile && !listed.isEmpty()) {
            turn.attach(Csv.file(FILE + ".csv", kept));
        }
    }

    private static void table(
            Turn turn,
            String caption,
            List<ContactRecord> people,
            Map<Long, List<Money>> sums,
            List<List<String>> kept) {
        var name = turn.written(Text.of(SegmentsText.COLUMN_NAME));
        var given = turn.written(Text.of(SegmentsText.COLUMN_GIVEN));
        var shown = people.stream()
                .map(person -> sums.isEmpty()
                        ? List.of(person.getName())
                        : List.of(
                                person.getName(),
                                turn.written(Text.of(SegmentsText.SUMS)
                                        .with("sums", sums.getOrDefault(person.getId(), List.of())))))
                .toList();
        new LongList(
                        FILE,
                        caption,
                        sums.isEmpty() ? List.of(name) : List.of(name, given),
                        sums.isEmpty() ? Set.of() : Set.of(1),
                        shown,
                        kept)
                .show(turn);
    }

    /** One row for each currency in which somebody gave. */
    private static List<List<String>> rows(Turn turn, List<ContactRecord> people, Map<Long, List<Money>> sums) {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of(SegmentsText.COLUMN_NAME, SegmentsText.COLUMN_GIVEN, SegmentsText.COLUMN_CURRENCY)
                .map(column -> turn.written(Text.of(column)))
                .toList());
        for (var person : people) {
            var given = sums.getOrDefault(person.getId(), List.of());
            if (given.isEmpty()) {
                rows.add(List.of(person.getName(), "", ""));
            }
            given.forEach(
                    money -> rows.add(List.of(person.getName(), money.amount().toPlainString(), money.currency())));
        }
        return rows;
    }

    private static Text line(ContactRecord person, Map<Long, List<Money>> sums) {
        var given = sums.getOrDefault(person.getId(), List.of());
        return given.isEmpty()
                ? Text.of(SegmentsText.NAME).with("name", person.getName())
                : Text.of(SegmentsText.NAME_WITH_SUMS)
                        .with("name", person.getName())
                        .with("sums", given);
    }

    /** What each gave in the time that the condition is about. */
    private static Map<Long, List<Money>> sums(Turn turn, Rule rule, List<ContactRecord> people) {
        var when = rule.giving().map(Rule.Gave::when).orElse(DateRange.EVER);
        return turn
                .sql()
                .select(GIFT.CONTACT_ID, GIFT.CURRENCY, sum(GIFT.AMOUNT))
                .from(GIFT)
                .where(GIFT.CONTACT_ID.in(
                        people.stream().map(ContactRecord::getId).toList()))
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.KIND.eq("money"))
                .and(GIFT.AMOUNT.isNotNull())
                .and(when.from().map(GIFT.RECEIVED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(GIFT.RECEIVED_ON::le).orElse(trueCondition()))
                .groupBy(GIFT.CONTACT_ID, GIFT.CURRENCY)
                .orderBy(GIFT.CONTACT_ID, GIFT.CURRENCY)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> row.value1(), mapping(row -> new Money(row.value3(), row.value2()), toList())));
    }
}
