package org.otklik.bench;

import java.sql.SQLException;
import java.time.Duration;
import org.otklik.store.DatabaseAddress;

/** What programs of this machine have computed so far, in milliseconds. */
final class ProcessorTime {
    private ProcessorTime() {}

    static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    /** Of a database server, for the connections that are open. */
    static double of(DatabaseAddress address) {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
            double sum = 0;
            while (row.next()) {
                sum += ProcessHandle.of(row.getLong(1)).map(ProcessorTime::of).orElse(0.0);
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException("the server's connections can't be read", e);
        }
    }
}
