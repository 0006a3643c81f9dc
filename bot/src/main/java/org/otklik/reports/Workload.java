package org.otklik.reports;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.TIME_ENTRY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.segments.DateRange;
import org.otklik.segments.RuleText;

/** How soon people answer, in office hours, and how much volunteers did. */
final class Workload {
    private static final double MEDIAN = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    private final Viewer viewer;
    private final Organization organization;

    Workload(Viewer viewer, Organization organization) {
        this.viewer = viewer;
        this.organization = organization;
    }

    /** From opening a case to the first words of a person; what the bot said does not count. */
    Report firstReply(Request request) {
        var when = request.when().orElse(DateRange.year(viewer.today().getYear()));
        var times = viewer
                .sql()
                .select(SERVICE_CASE.OPENED_AT, SERVICE_CASE.FIRST_REPLY_AT)
                .from(SERVICE_CASE)
                .leftJoin(CONTACT)
                .on(CONTACT.ID.eq(SERVICE_CASE.CONTACT_ID))
                .where(SERVICE_CASE.FIRST_REPLY_AT.isNotNull())
                .and(SERVICE_CASE.CONTACT_ID.isNull().or(viewer.withRestricted() ? trueCondition() : viewer.mayKnow()))
                .and(when.from()
                        .map(from -> SERVICE_CASE.OPENED_AT.ge(
                                from.atStartOfDay(organization.zone()).toInstant()))
                        .orElse(trueCondition()))
                .and(when.to()
                        .map(to -> SERVICE_CASE.OPENED_AT.lt(
                                to.plusDays(1).atStartOfDay(organization.zone()).toInstant()))
                        .orElse(trueCondition()))
                .fetch(row -> organization.officeHours().between(row.value1(), row.value2()))
                .stream()
                .sorted()
                .toList();
        if (times.isEmpty()) {
            return Report.of(viewer.say(Text.of(ReportsText.NO_REPLIES).with("when", RuleText.when(when))));
        }
        return Report.of(viewer.say(Text.of(ReportsText.FIRST_REPLY)
                .with("when", RuleText.when(when))
                .with("median", length(quantile(times, MEDIAN)))
                .with("most", length(quantile(times, NINE_OF_TEN)))
                .with("count", times.size())));
    }

    /** Of an even number the mean of the two in the middle; beyond the middle the nearest rank. */
    private static Duration quantile(List<Duration> sorted, double share) {
        int size = sorted.size();
        if (share == MEDIAN && size % 2 == 0) {
            return sorted.get(size / 2 - 1).plus(sorted.get(size / 2)).dividedBy(2);
        }
        int rank = (int) Math.ceil(share * size);
        return sorted.get(Math.max(0, rank - 1));
    }

    private static Text length(Duration time) {
        long minutes = time.toMinutes();
        var text = minutes < 60
                ? Text.of(ReportsText.MINUTES)
                : Text.of(minutes % 60 == 0 ? ReportsText.HOURS_ONLY : ReportsText.HOURS_AND_MINUTES);
        return text.with("hours", minutes / 60).with("minutes", minutes % 60);
    }

    /** Approved hours only: planned and reported ones are not work that was done yet. */
    Report hours(Request request) {
        var when = request.when().orElse(DateRange.year(viewer.today().getYear()));
        var found = viewer.sql()
                .select(sum(TIME_ENTRY.HOURS), countDistinct(TIME_ENTRY.CONTACT_ID))
                .from(TIME_ENTRY)
                .join(CONTACT)
                .on(CONTACT.ID.eq(TIME_ENTRY.CONTACT_ID))
                .where(TIME_ENTRY.STATUS.eq("approved"))
                .and(viewer.mayKnow())
                .and(when.from().map(TIME_ENTRY.WORKED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(TIME_ENTRY.WORKED_ON::le).orElse(trueCondition()))
                .fetchSingle();
        return Report.of(viewer.say(Text.of(ReportsText.HOURS)
                .with("when", RuleText.when(when))
                .with("hours", Optional.ofNullable(found.value1()).orElse(BigDecimal.ZERO))
                .with("count", found.value2())));
    }
}
