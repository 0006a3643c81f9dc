package org.otklik.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.exception.DataAccessException;

/** Transactions inside a transaction: what is begun in one that runs already is a savepoint of it. */
final class Savepoints implements TransactionProvider {
    private final Connection connection;
    private final Deque<Savepoint> open = new ArrayDeque<>();

    Savepoints(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void begin(TransactionContext context) {
        try {
            open.push(connection.setSavepoint());
        } catch (SQLException e) {
            throw new DataAccessException("no savepoint", e);
        }
    }

    @Override
    public void commit(TransactionContext context) {
        try {
            connection.releaseSavepoint(open.pop());
        } catch (SQLException e) {
            throw new DataAccessException("the savepoint is gone", e);
        }
    }

    /** Also called when beginning failed, and then there is nothing to go back to. */
    @Override
    public void rollback(TransactionContext context) {
        try {
            if (!open.isEmpty()) {
                connection.rollback(open.pop());
            }
        } catch (SQLException e) {
            throw new DataAccessException("no way back to the savepoint", e);
        }
    }
}
