package org.otklik.conversation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.otklik.store.Database;

/** Sees from outside that statements wait for a lock. */
final class Waiting {
    private Waiting() {}

    /** Returns once so many connections of the database wait for a lock. */
    static void until(Database database, int connections) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> database.sql()
                                .fetchSingle("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'")
                                .get(0, Integer.class),
                        waiting -> waiting == connections);
    }
}
