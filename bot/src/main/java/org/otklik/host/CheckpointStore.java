package org.otklik.host;

import static org.otklik.schema.Tables.CHECKPOINT;

import java.time.Clock;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.Checkpoints;
import org.otklik.channels.StoreUnavailable;
import org.otklik.store.Database;

/** The checkpoints of one channel. */
final class CheckpointStore implements Checkpoints {
    private final Database database;
    private final String channel;
    private final Clock clock;

    CheckpointStore(Database database, String channel, Clock clock) {
        this.database = database;
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String place) {
        try {
            return database.sql()
                    .select(CHECKPOINT.VALUE)
                    .from(CHECKPOINT)
                    .where(CHECKPOINT.CHANNEL.eq(channel))
                    .and(CHECKPOINT.PLACE.eq(place))
                    .fetchOptional(CHECKPOINT.VALUE);
        } catch (DataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }

    @Override
    public void keep(String place, String checkpoint) {
        try {
            var now = clock.instant();
            database.sql()
                    .insertInto(CHECKPOINT)
                    .set(CHECKPOINT.CHANNEL, channel)
                    .set(CHECKPOINT.PLACE, place)
                    .set(CHECKPOINT.VALUE, checkpoint)
                    .set(CHECKPOINT.KEPT_AT, now)
                    .onConflict(CHECKPOINT.CHANNEL, CHECKPOINT.PLACE)
                    .doUpdate()
                    .set(CHECKPOINT.VALUE, checkpoint)
                    .set(CHECKPOINT.KEPT_AT, now)
                    .execute();
        } catch (DataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }
}
