package org.otklik.conversation;

import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.Vertx;
import java.util.List;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

/** The core of one node, mostly on a fresh database, with a clock that stands still. Nothing runs by itself. */
public final class TestNode implements AutoCloseable {
    private final DatabaseAddress address;
    private final Database database;
    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final Vertx vertx = Vertx.vertx();
    private final Hints hints = new Hints(vertx.eventBus());
    private final Inbox inbox;

    public TestNode() {
        this(TestDatabase.fresh());
    }

    public TestNode(DatabaseAddress address) {
        this.address = address;
        this.database = new Database(address, 8);
        this.inbox = new Inbox(database, clock, hints);
    }

    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Hints hints() {
        return hints;
    }

    public Inbox inbox() {
        return inbox;
    }

    public TurnRunner runner(TurnHandler handler) {
        return runner(database, handler);
    }

    /** A runner with connections of its own, as another node has them. */
    public TurnRunner runner(Database connections, TurnHandler handler) {
        return new TurnRunner(connections, handler, new Texts(), Language.EN, clock, hints);
    }

    /** All messages of one direction, oldest first. */
    public List<MessageRecord> messages(String direction) {
        return database.sql()
                .selectFrom(MESSAGE)
                .where(MESSAGE.DIRECTION.eq(direction))
                .orderBy(MESSAGE.ID)
                .fetch();
    }

    @Override
    public void close() {
        vertx.close().await();
        database.close();
    }
}
