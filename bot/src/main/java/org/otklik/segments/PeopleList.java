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
import org.otklik.access.AccessRules;
import org.otklik.conversation.Action;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
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

    private final Organization organization;
    private final AccessRules access;

    public PeopleList(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    /** Shows the people of a condition, and offers to keep it. */
    public void show(Turn turn, Rule rule) {
        var lines = new ArrayList<String>();
        lines.add(turn.written(Text.of(SegmentsText.CONDITION).with("rule", RuleText.of(rule))));
        people(turn, rule, lines);
        turn.quote(String.join("\n", lines));
        turn.offer(SegmentsText.KEEP, Action.of(KEEP, RULE, Json.write(rule).data()));
    }

    void people(Turn turn, Rule rule, List<String> lines) {
        var role = turn.speaker().staff().orElseThrow().role();
        var found = new Members(turn.sql(), organization.day(turn.at()), access.mayListRestricted(role)).of(rule);
        var shown = found.stream().limit(SHOWN).toList();
        var sums = access.mayListAmounts(role) ? sums(turn, rule, shown) : Map.<Long, List<Money>>of();
        lines.add(turn.written(Text.of(SegmentsText.COUNT).with("count", found.size())));
        shown.forEach(person -> lines.add(turn.written(line(person, sums))));
        if (found.size() > SHOWN) {
            lines.add(turn.written(Text.of(SegmentsText.AND_MORE).with("count", found.size() - SHOWN)));
        }
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
