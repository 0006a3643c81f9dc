package org.otklik.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.otklik.config.Release;

/** Lends the programs of PostgreSQL, unpacked once, to data folders of tests. */
public final class TestPrograms {
    private TestPrograms() {}

    public static Path lendTo(Path data) throws IOException {
        var name = "postgresql-" + Release.current().postgresql();
        var shared = Path.of("target").toAbsolutePath().resolve(name);
        PostgresArchive.unpack(shared);
        Files.createDirectories(data);
        if (!Files.exists(data.resolve(name))) {
            Files.createSymbolicLink(data.resolve(name), shared);
        }
        return data;
    }
}
