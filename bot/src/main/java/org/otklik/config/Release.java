package org.otklik.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built: the version of the product, and of the PostgreSQL that comes with it.
 *
 * @param product for instance {@code 0.1.0}
 * @param postgresql for instance {@code 18.6.0}
 */
public record Release(String product, String postgresql) {
    public static Release current() {
        var properties = new Properties();
        try (var stream = Release.class.getResourceAsStream("release.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Release(properties.getProperty("product", "?"), properties.getProperty("postgresql", "?"));
    }

    /** The part of PostgreSQL's version that says which data folders it can read. */
    public String postgresqlMajor() {
        return postgresql.substring(0, postgresql.indexOf('.'));
    }
}
