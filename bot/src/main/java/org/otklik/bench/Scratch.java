package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.otklik.store.Folders;

/** A folder that is gone afterwards. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch() {
        try {
            folder = Files.createTempDirectory("otklik-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** A new folder in it, which programs may enter that run under other accounts. */
    Path openFolder(String name) {
        try {
            var everybody = PosixFilePermissions.fromString("rwxr-xr-x");
            Files.setPosixFilePermissions(folder, everybody);
            return Files.setPosixFilePermissions(Files.createDirectory(folder.resolve(name)), everybody);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
