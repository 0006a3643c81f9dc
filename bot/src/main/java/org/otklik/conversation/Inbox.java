package org.otklik.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.Accepted;
import org.otklik.channels.InboundMessage;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what channels bring, before they acknowledge it to its source. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** The class of PostgreSQL's error codes that SQL does not define. */
    private static final String LIMIT_EXCEEDED = "54";

    private final Database database;
    private final Clock clock;
    private final Hints hints;

    public Inbox(Database database, Clock clock, Hints hints) {
        this.database = database;
        this.clock = clock;
        this.hints = hints;
    }

    /** Stores a message once, however often it is delivered. */
    public Accepted accept(InboundMessage message) {
        try {
            var storable = Storable.of(message);
            boolean stored = isOneRow(storable)
                    ? isInserted(database.sql(), storable)
                    : database.transaction(sql -> store(sql, storable));
            if (stored) {
                hints.received();
            }
            return stored ? Accepted.STORED : Accepted.DUPLICATE;
        } catch (DataAccessException e) {
            // The edge of an accept: the channel keeps the message and comes again.
            LOG.warn("A message of {} could not be stored: {}", message.from().channel(), e.getMessage());
            return isAboutTheMessage(e) ? Accepted.REFUSED : Accepted.UNAVAILABLE;
        }
    }

    /**
     * Stores several messages in their order, each once: all in one transaction, or each in its own where one of them is not taken.
     *
     * @return what became of each, up to the first for which the database could not be reached
     */
    public List<Accepted> accept(List<InboundMessage> messages) {
        try {
            var storable = messages.stream().map(Storable::of).toList();
            var stored = database.transaction(
                    sql -> storable.stream().map(message -> store(sql, message)).toList());
            if (stored.contains(true)) {
                hints.received();
            }
            return stored.stream()
                    .map(isNew -> isNew ? Accepted.STORED : Accepted.DUPLICATE)
                    .toList();
        } catch (DataAccessException e) {
            LOG.debug("{} messages could not be stored together", messages.size(), e);
            return oneByOne(messages);
        }
    }

    private List<Accepted> oneByOne(List<InboundMessage> messages) {
        var ends = new ArrayList<Accepted>();
        for (var message : messages) {
            ends.add(accept(message));
            if (ends.getLast() == Accepted.UNAVAILABLE) {
                break;
            }
        }
        return ends;
    }

    /** A value, a rule or a limit: another time it would be the same. */
    private static boolean isAboutTheMessage(DataAccessException e) {
        return switch (e.sqlStateClass()) {
            case C22_DATA_EXCEPTION, C23_INTEGRITY_CONSTRAINT_VIOLATION -> true;
            default -> e.sqlState().startsWith(LIMIT_EXCEEDED);
        };
    }

    /** Then its statement is a transaction by itself. */
    private static boolean isOneRow(InboundMessage message) {
        return message.attachments().isEmpty()
                && message.letter().isEmpty()
                && message.album().isEmpty();
    }

    private boolean isInserted(DSLContext sql, InboundMessage message) {
        return new Arrivals(sql).insert(message, clock.instant()).isPresent();
    }

    private boolean store(DSLContext sql, InboundMessage message) {
        var now = clock.instant();
        var repeats = new RepeatedLetters(sql);
        var first = repeats.first(message, now);
        if (first.isPresent()) {
            repeats.keep(first.get(), message);
            return false;
        }
        var albums = new Albums(sql);
        return switch (albums.join(message, now)) {
            case REPEATED -> false;
            case JOINED -> true;
            case FIRST -> {
                var stored = new Arrivals(sql).insert(message, now);
                stored.ifPresent(id -> {
                    new Attachments(sql).keep(id, message.attachments());
                    albums.begin(message, id, now);
                });
                yield stored.isPresent();
            }
        };
    }
}
