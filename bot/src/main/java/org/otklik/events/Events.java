package org.otklik.events;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static org.otklik.schema.Tables.EVENT;
import static org.otklik.schema.Tables.PARTICIPATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.conversation.Json;
import org.otklik.schema.tables.records.EventRecord;
import org.otklik.schema.tables.records.ParticipationRecord;

/** Events, and who takes part. Guests count towards the room. */
final class Events {
    static final String REGISTERED = "registered";
    static final String WAITING = "waiting";
    private static final String CANCELLED = "cancelled";

    private final DSLContext sql;

    Events(DSLContext sql) {
        this.sql = sql;
    }

    /** What is still to come, the next one first. */
    List<Event> upcoming(Instant from) {
        return sql.selectFrom(EVENT)
                .where(EVENT.STARTS_AT.ge(from))
                .orderBy(EVENT.STARTS_AT, EVENT.ID)
                .fetch(Events::event);
    }

    /** @throws java.util.NoSuchElementException when there is no such event */
    Event get(long id) {
        return event(
                sql.selectFrom(EVENT).where(EVENT.ID.eq(id)).fetchOptional().orElseThrow());
    }

    private static Event event(EventRecord row) {
        return new Event(
                row.getId(),
                Json.read(row.getTitle(), JsonNode.class),
                row.getStartsAt(),
                Optional.ofNullable(row.getPlace()),
                Optional.ofNullable(row.getCapacity()));
    }

    /** How many people have room yet, beside those of one contact; empty where nobody counts. */
    Optional<Integer> left(Event event, Optional<Long> besides) {
        return event.capacity().map(capacity -> capacity - taken(event.id(), besides.orElse(-1L)));
    }

    private int taken(long eventId, long besides) {
        // The lock keeps two people from getting the last place at the same moment.
        sql.select(EVENT.ID).from(EVENT).where(EVENT.ID.eq(eventId)).forUpdate().execute();
        return sql.select(coalesce(sum(PARTICIPATION.GUESTS.plus(1)), BigDecimal.ZERO))
                .from(PARTICIPATION)
                .where(PARTICIPATION.EVENT_ID.eq(eventId))
                .and(PARTICIPATION.CONTACT_ID.ne(besides))
                .and(PARTICIPATION.STATUS.in(REGISTERED, "attended"))
                .fetchSingle()
                .value1()
                .intValue();
    }

    Optional<ParticipationRecord> participation(long eventId, long contactId) {
        return sql.selectFrom(PARTICIPATION)
                .where(PARTICIPATION.EVENT_ID.eq(eventId))
                .and(PARTICIPATION.CONTACT_ID.eq(contactId))
                .fetchOptional();
    }

    Optional<ParticipationRecord> participation(long id) {
        return sql.selectFrom(PARTICIPATION).where(PARTICIPATION.ID.eq(id)).fetchOptional();
    }

    /** Who comes, or waits, with so many others; whoever had cancelled comes again. */
    long put(long eventId, long contactId, int guests, String status, Instant at) {
        return sql.insertInto(PARTICIPATION)
                .set(PARTICIPATION.EVENT_ID, eventId)
                .set(PARTICIPATION.CONTACT_ID, contactId)
                .set(PARTICIPATION.GUESTS, guests)
                .set(PARTICIPATION.STATUS, status)
                .set(PARTICIPATION.ASKED_AT, at)
                .onConflict(PARTICIPATION.EVENT_ID, PARTICIPATION.CONTACT_ID)
                .doUpdate()
                .set(PARTICIPATION.GUESTS, guests)
                .set(PARTICIPATION.STATUS, status)
                .set(PARTICIPATION.ASKED_AT, at)
                .returningResult(PARTICIPATION.ID)
                .fetchSingle(PARTICIPATION.ID);
    }

    void cancel(long participationId) {
        sql.update(PARTICIPATION)
                .set(PARTICIPATION.STATUS, CANCELLED)
                .where(PARTICIPATION.ID.eq(participationId))
                .execute();
    }

    /** What somebody is going to, or waits for. */
    List<ParticipationRecord> of(long contactId, Instant from) {
        return sql.select(PARTICIPATION.fields())
                .from(PARTICIPATION)
                .join(EVENT)
                .on(EVENT.ID.eq(PARTICIPATION.EVENT_ID))
                .where(PARTICIPATION.CONTACT_ID.eq(contactId))
                .and(PARTICIPATION.STATUS.in(REGISTERED, WAITING))
                .and(EVENT.STARTS_AT.ge(from))
                .orderBy(EVENT.STARTS_AT, PARTICIPATION.ID)
                .fetchInto(PARTICIPATION);
    }

    /** Who waits for room, the longest first. */
    List<ParticipationRecord> waiting(long eventId) {
        return sql.selectFrom(PARTICIPATION)
                .where(PARTICIPATION.EVENT_ID.eq(eventId))
                .and(PARTICIPATION.STATUS.eq(WAITING))
                .orderBy(PARTICIPATION.ASKED_AT.asc().nullsFirst(), PARTICIPATION.ID)
                .fetch();
    }
}
