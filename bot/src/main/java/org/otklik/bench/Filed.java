package org.otklik.bench;

import static org.jooq.impl.DSL.max;
import static org.otklik.schema.Tables.MESSAGE;

import org.jooq.Condition;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

/** What a product has made of the mails that it got, as its database tells. */
final class Filed implements AutoCloseable {
    private final Database database;

    Filed(DatabaseAddress address) {
        database = new Database(address, 1);
    }

    /** The number of the newest message; those of mails that come later are above it. */
    long newest() {
        return database.sql()
                .select(max(MESSAGE.ID))
                .from(MESSAGE)
                .fetchOptional(max(MESSAGE.ID))
                .orElse(0L);
    }

    /** The mails above a number that are done with, and their answers, where one was due, committed; or that broke their turns. */
    int settled(long above) {
        return count(MESSAGE.ID.gt(above).and(MESSAGE.DIRECTION.eq("in")).and(MESSAGE.STATUS.in("handled", "failed")));
    }

    /** The mails that are done with. */
    int done() {
        return count(MESSAGE.DIRECTION.eq("in").and(MESSAGE.STATUS.eq("handled")));
    }

    int answers() {
        return count(MESSAGE.DIRECTION.eq("out").and(MESSAGE.CHANNEL.eq("email")));
    }

    /** The answers that have not been sent yet. */
    int unsent() {
        return count(MESSAGE.DIRECTION.eq("out").and(MESSAGE.STATUS.in("queued", "sending")));
    }

    private int count(Condition which) {
        return database.sql().fetchCount(MESSAGE, which);
    }

    @Override
    public void close() {
        database.close();
    }
}
