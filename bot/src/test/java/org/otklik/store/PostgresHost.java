package org.otklik.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process of its own that starts the server, writes, leaves a transaction open and waits to be killed. */
final class PostgresHost {
    private PostgresHost() {}

    static Process launch(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresHost.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        try {
            var postgres = LocalPostgres.start(Path.of(arguments[0]), Durability.DURABLE);
            try (var connection = postgres.address().connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE letter (text text)");
                statement.execute("INSERT INTO letter VALUES ('Спасибо, приют 🐈')");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO letter VALUES ('not committed')");
                System.out.println("ready");
                System.out.flush();
                System.in.read();
            }
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
        }
    }
}
