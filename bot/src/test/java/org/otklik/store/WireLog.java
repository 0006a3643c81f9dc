package org.otklik.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Hears which statements the driver sends, as its own log tells them. */
public final class WireLog extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private static final Pattern PARSE = Pattern.compile(" FE=> Parse\\(stmt=.*?,query=\"(.*)\",oids=", Pattern.DOTALL);

    private final List<String> statements = new CopyOnWriteArrayList<>();

    private WireLog() {}

    /** A database on whose connections each execution names its statement again. */
    public static Database open(DatabaseAddress address) {
        return new Database(
                new DatabaseAddress(address.url() + "?prepareThreshold=0", address.user(), address.password()), 4);
    }

    /** The statements that are sent meanwhile, by any thread; BEGIN and COMMIT are among them. */
    public static List<String> of(Runnable work) {
        var log = new WireLog();
        var level = DRIVER.getLevel();
        DRIVER.addHandler(log);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.run();
        } finally {
            DRIVER.setLevel(level);
            DRIVER.setUseParentHandlers(true);
            DRIVER.removeHandler(log);
        }
        return List.copyOf(log.statements);
    }

    @Override
    public void publish(LogRecord told) {
        var parse = PARSE.matcher(told.getMessage());
        if (parse.lookingAt()) {
            statements.add(parse.group(1));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
