package org.otklik.surveys;

import static org.otklik.schema.Tables.AUTOMATION;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.GIFT;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.otklik.cases.Cases;
import org.otklik.contacts.Consents;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Aftermath;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.store.JobQueue;

/**
 * Some days after a gift has come, its donor is asked how it went: not at night, not on a weekend, not too often, and not while they
 * wait for an answer to a complaint. The automation is on unless a row says otherwise.
 */
public final class SurveyAfterGift implements Aftermath {
    private static final String NAME = "survey_after_gift";
    private static final String TRIGGER = "gift.received";
    /** Nobody is asked about a gift of long ago that was only entered now. */
    private static final Period RECENT = Period.ofDays(30);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Whom to ask about what. */
    public record Due(long surveyId, long giftId) {}

    public static final TaskDescriptor<Due> TASK = TaskDescriptor.of("survey-after-gift", Due.class);

    private final Organization organization;

    public SurveyAfterGift(Organization organization) {
        this.organization = organization;
    }

    @Override
    public void after(Turn turn) {
        schedule(turn.sql(), turn.id(), turn.at());
    }

    /** Schedules what follows from the gifts that one transaction has marked as received. */
    public void schedule(DSLContext sql, long turnId, Instant at) {
        sql
                .selectFrom(CHANGE)
                .where(CHANGE.TURN_ID.eq(turnId))
                .and(CHANGE.TABLE_NAME.eq(GIFT.getName()))
                .and(CHANGE.OP.ne("delete"))
                .fetch()
                .stream()
                .filter(change -> isReceived(change.getAfter()) && !isReceived(change.getBefore()))
                .forEach(change -> sql.selectFrom(GIFT)
                        .where(GIFT.ID.eq(change.getRowId()))
                        .fetchOptional()
                        .ifPresent(gift -> schedule(sql, gift, at)));
    }

    private static boolean isReceived(@Nullable JSONB row) {
        return row != null
                && Json.read(row, JsonNode.class).path("status").asText().equals("received");
    }

    private void schedule(DSLContext sql, GiftRecord gift, Instant at) {
        var now = at.atZone(organization.zone());
        var day = Optional.ofNullable(gift.getReceivedOn()).orElse(now.toLocalDate());
        if (day.isBefore(now.toLocalDate().minus(RECENT))) {
            return;
        }
        for (var survey : new Surveys(sql).triggered(TRIGGER)) {
            delay(survey.getTrigger()).ifPresent(delay -> {
                var due = day.atTime(now.toLocalTime())
                        .atZone(organization.zone())
                        .plus(delay);
                var data = new Due(survey.getId(), gift.getId());
                queue(sql, data, due.isBefore(now) ? now : due, zone(sql, gift.getContactId()));
            });
        }
    }

    private static Optional<Period> delay(String trigger) {
        int plus = trigger.indexOf('+');
        return Optional.of(
                plus < 0
                        ? Period.ZERO
                        : Period.parse(trigger.substring(plus + 1).strip()));
    }

    private ZoneId zone(DSLContext sql, long contactId) {
        return new Contacts(sql)
                .find(contactId)
                .map(ContactRecord::getTimezone)
                .map(ZoneId::of)
                .orElse(organization.zone());
    }

    private static void queue(DSLContext sql, Due due, ZonedDateTime at, ZoneId zone) {
        var allowed = allowed(at.withZoneSameInstant(zone)).toInstant();
        new JobQueue(sql).schedule(TASK, due.surveyId() + ":" + due.giftId() + "@" + allowed, due, allowed);
    }

    /** The first moment from one on at which a person may be asked. */
    private static ZonedDateTime allowed(ZonedDateTime from) {
        var time = from;
        while (WEEKEND.contains(time.getDayOfWeek())
                || time.toLocalTime().isBefore(MORNING)
                || !time.toLocalTime().isBefore(EVENING)) {
            boolean isEarly = time.toLocalTime().isBefore(MORNING) && !WEEKEND.contains(time.getDayOfWeek());
            time = (isEarly ? time : time.plusDays(1)).with(MORNING);
        }
        return time;
    }

    /** Runs in a transaction that says who changes something. */
    public void ask(DSLContext sql, Texts texts, Due due, Instant at) {
        var gift = sql.selectFrom(GIFT)
                .where(GIFT.ID.eq(due.giftId()))
                .and(GIFT.STATUS.eq("received"))
                .fetchOptional();
        gift.ifPresent(given -> {
            var zone = zone(sql, given.getContactId());
            var local = at.atZone(zone);
            if (allowed(local).isAfter(local)) {
                queue(sql, due, local, zone);
            } else if (isOn(sql) && mayBeAsked(sql, given.getContactId(), at)) {
                new Surveys(sql)
                        .find(due.surveyId())
                        .ifPresent(survey -> new Invite(sql, texts, organization)
                                .send(survey, given.getContactId(), TRIGGER, Optional.empty(), at));
            }
        });
    }

    private static boolean isOn(DSLContext sql) {
        return sql.select(AUTOMATION.ENABLED)
                .from(AUTOMATION)
                .where(AUTOMATION.NAME.eq(NAME))
                .fetchOptional(AUTOMATION.ENABLED)
                .orElse(true);
    }

    private boolean mayBeAsked(DSLContext sql, long contactId, Instant at) {
        Duration pause = organization.surveyPause();
        return !hasOptedOut(sql, contactId, at, organization)
                && !new Cases(sql).hasOpenGrievance(contactId)
                && !new Surveys(sql).askedSince(contactId, at.minus(pause));
    }

    /** Whether somebody wants no surveys, or nothing at all for the time being. */
    static boolean hasOptedOut(DSLContext sql, long contactId, Instant at, Organization organization) {
        var consents = new Consents(sql);
        boolean isPaused = new Contacts(sql)
                .find(contactId)
                .map(ContactRecord::getPausedUntil)
                .filter(until -> until.isAfter(organization.day(at)))
                .isPresent();
        return isPaused
                || !consents.last(contactId, Consents.Purpose.ALL_MAILINGS).orElse(true)
                || !consents.last(contactId, Consents.Purpose.SURVEYS).orElse(true);
    }
}
