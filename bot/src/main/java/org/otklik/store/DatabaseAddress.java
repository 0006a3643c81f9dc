package org.otklik.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and how to sign in.
 *
 * @param url a JDBC URL, for instance {@code jdbc:postgresql://127.0.0.1:5432/otklik}
 */
public record DatabaseAddress(String url, String user, String password) {
    /** A connection that belongs to the caller. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Opens a connection whenever asked; what serves requests puts a pool before it. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("otklik");
        return source;
    }

    /** Without the password, since addresses end up in logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
