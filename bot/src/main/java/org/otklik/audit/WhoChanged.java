package org.otklik.audit;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.otklik.schema.Tables.CHANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;

/** "Who changed what yesterday": how many records each colleague has changed. What others did is for administrators only. */
public final class WhoChanged implements Attentive {
    private static final int MOST_WORDS = 12;
    /** How far back is looked where no time is named. */
    private static final Period LATELY = Period.ofDays(6);

    private final Organization organization;
    private final AccessRules access;
    private final Cues words = new Cues("audit");

    public WhoChanged(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    /** Days of which somebody wants to know, the last one included. */
    private record Time(LocalDate first, LocalDate last) {}

    /** What somebody has changed: a colleague, or without one somebody else. */
    private record Changed(Optional<Long> staffId, int records, Instant at) {}

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isMeant = turn.speaker().isStaff() && isAsked(understanding.text());
        if (isMeant) {
            answer(turn, understanding);
        }
        return isMeant;
    }

    private boolean isAsked(String text) {
        var found = words.in(text);
        boolean opens = found.stream()
                .findFirst()
                .filter(first -> first.name().equals("who") && first.span().start() == 0)
                .isPresent();
        return text.strip().split("\\s+").length <= MOST_WORDS
                && (words.has(text, "log") || (opens && (words.has(text, "done") || worksHere(text))));
    }

    /** "What did Olga do in the system": elsewhere it is the person who is asked about. */
    private boolean worksHere(String text) {
        return words.has(text, "doing") && words.has(text, "here");
    }

    private void answer(Turn turn, Understanding understanding) {
        var speaker = turn.speaker().staff().orElseThrow();
        boolean isOwn = words.has(understanding.text(), "self");
        if (!isOwn && !access.mayAuditOthers(speaker.role())) {
            var admins = new StaffMembers(turn.sql())
                    .admins().stream().map(StaffMembers.Member::name).toList();
            turn.say(Text.of(AuditText.ONLY_ADMINS).with("admins", admins));
            return;
        }
        var whose = isOwn
                ? Optional.of(speaker.id())
                : new StaffMembers(turn.sql()).named(understanding).map(StaffMembers.Member::id);
        var time = time(turn, understanding);
        if (time.first().isAfter(organization.day(turn.at()))) {
            turn.say(AuditText.WHICH_DAY);
        } else {
            show(turn, time, whose);
        }
    }

    private Time time(Turn turn, Understanding understanding) {
        var today = organization.day(turn.at());
        return understanding
                .all(Entity.Date.class)
                .map(date -> new Time(date.value().first(), date.value().last()))
                .findFirst()
                .orElseGet(() -> new Time(today.minus(LATELY), today));
    }

    private void show(Turn turn, Time time, Optional<Long> whose) {
        var changed = changed(turn, time, whose.map(CHANGE.BY_STAFF::eq).orElse(noCondition()));
        var lines = new ArrayList<String>();
        lines.add(turn.written(Text.of(changed.isEmpty() ? AuditText.NO_CHANGES : AuditText.CHANGES)
                .with("first", time.first())
                .with("last", time.last())));
        changed.forEach(each -> lines.add(turn.written(line(turn, each))));
        turn.quote(String.join("\n", lines));
    }

    private List<Changed> changed(Turn turn, Time time, Condition whose) {
        var records = countDistinct(CHANGE.TABLE_NAME, CHANGE.ROW_ID);
        return turn.sql()
                .select(CHANGE.BY_STAFF, records, max(CHANGE.AT))
                .from(CHANGE)
                .where(CHANGE.AT.ge(
                        time.first().atStartOfDay(organization.zone()).toInstant()))
                .and(CHANGE.AT.lt(time.last()
                        .plusDays(1)
                        .atStartOfDay(organization.zone())
                        .toInstant()))
                .and(whose)
                .groupBy(CHANGE.BY_STAFF)
                .orderBy(records.desc(), CHANGE.BY_STAFF)
                .fetch(row -> new Changed(Optional.ofNullable(row.value1()), row.value2(), row.value3()));
    }

    private Text line(Turn turn, Changed changed) {
        return changed.staffId()
                .map(new StaffMembers(turn.sql())::get)
                .map(member -> Text.of(AuditText.LINE).with("name", member.name()))
                .orElse(Text.of(AuditText.BY_OTHERS))
                .with("count", changed.records())
                .with("at", organization.local(changed.at()));
    }
}
