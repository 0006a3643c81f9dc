package org.otklik.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.CallbackExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The pool of connections to one PostgreSQL database, and the ways to open a transaction on it. */
public final class Database implements AutoCloseable {
    /** The counter of statements, beginnings and ends of transactions not counted. */
    public static final String STATEMENTS = "otklik.statements";

    private final HikariDataSource pool;
    private final DefaultConfiguration configuration = new DefaultConfiguration();
    private final DSLContext sql;

    /**
     * Opens a pool. Connects lazily, so that a database that is down at start is met by the first query.
     *
     * @param size the most connections at once; turns, accepts and sends share them
     */
    public Database(DatabaseAddress address, int size) {
        var config = new HikariConfig();
        config.setPoolName("otklik");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        // Whatever the server's default: a claim reads again, and must see what was committed meanwhile.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Statements find their rows by an index whatever the values; to plan some of them takes longer than to run
        // them.
        config.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        config.setDataSourceProperties(driverSettings());
        this.pool = new HikariDataSource(config);
        // A third of what jOOQ has to write are the names of the schema, and there is only one.
        var brief = new Settings().withRenderSchema(false).withExecuteLogging(false);
        configuration.set(SQLDialect.POSTGRES).set(pool).set(brief);
        this.sql = DSL.using(configuration);
    }

    private static Properties driverSettings() {
        var settings = new Properties();
        settings.setProperty("ApplicationName", "otklik");
        settings.setProperty("reWriteBatchedInserts", "true");
        settings.setProperty("socketTimeout", "60");
        settings.setProperty("tcpKeepAlive", "true");
        return settings;
    }

    /** For statements that need no transaction of their own. */
    public DSLContext sql() {
        return sql;
    }

    /** For libraries that want connections. */
    public DataSource source() {
        return pool;
    }

    /** Counts statements, connections in use, and who waits for one. To be called before the first transaction. */
    public void measure(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
        var statements = registry.counter(STATEMENTS);
        configuration.set(new CallbackExecuteListener().onExecuteStart(context -> statements.increment()));
    }

    /**
     * Runs work in one transaction, committed when it returns and rolled back when it throws. A transaction inside it is a
     * savepoint.
     *
     * @throws DataAccessException within seconds when the database can't be reached
     */
    public <T> T transaction(Function<DSLContext, T> work) {
        // Not by jOOQ, which asks the server for the isolation each time.
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return committed(connection, work);
        } catch (SQLException e) {
            throw new DataAccessException("the transaction failed: " + e.getMessage(), e);
        }
    }

    private <T> T committed(Connection connection, Function<DSLContext, T> work) throws SQLException {
        try {
            T result = work.apply(DSL.using(configuration
                    .derive(new DefaultConnectionProvider(connection))
                    .derive(new Savepoints(connection))));
            commit(connection);
            return result;
        } catch (Throwable e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** To the COMMIT of a transaction in which a statement failed the server answers ROLLBACK, and the driver keeps it to itself. */
    private static void commit(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("a statement failed and its transaction went on, so nothing was committed");
        }
        connection.commit();
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Runs work that changes records, so that each change says whose it is.
     *
     * @return the number under which the changes are recorded
     */
    public long change(ChangeContext context, Consumer<DSLContext> work) {
        return transaction(sql -> {
            long turn = context.applyTo(sql);
            work.accept(sql);
            return turn;
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
