package org.otklik.check;

import java.time.Period;
import org.jooq.exception.DataAccessException;
import org.otklik.conversation.TurnHandler;
import org.otklik.fixtures.FixtureLoader;
import org.otklik.fixtures.Keys;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.time.SettableClock;

/** A database that scripts are played on, one after the other. */
final class Stage implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Database database;
    private final Wiper wiper;
    private final Scene.Shared shared;

    /** @param address of a database that was migrated and not used yet */
    Stage(DatabaseAddress address, Scene.Shared shared) {
        this.database = new Database(address, CONNECTIONS);
        this.wiper = new Wiper(database.sql());
        this.shared = shared;
    }

    /** A scene as its script begins, and who is on it. */
    record Set(Scene scene, Cast cast, Keys keys) {}

    /** @throws BadScript when the fixture can't be loaded */
    Set set(Script script, Fund fund, TurnHandler dialogue) {
        var now = script.now().toInstant();
        database.transaction(sql -> {
            wiper.wipe(sql);
            return sql;
        });
        var keys = database.transaction(sql -> {
            ChangeContext.system(now).applyTo(sql);
            try {
                return new FixtureLoader(sql, now, Period.ZERO).load(fund.fixture());
            } catch (IllegalArgumentException | DataAccessException e) {
                throw new BadScript(script.fixture() + ": " + e.getMessage(), e);
            }
        });
        var cast = new Cast(database.sql(), fund, keys, now);
        var clock = SettableClock.at(now.toString());
        return new Set(new Scene(database, clock, fund, dialogue, shared), cast, keys);
    }

    @Override
    public void close() {
        database.close();
    }
}
