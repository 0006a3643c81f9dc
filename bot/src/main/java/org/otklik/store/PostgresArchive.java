package org.otklik.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL as they come with the product: a packed archive for each kind of processor. */
final class PostgresArchive {
    private static final int EXECUTABLE = 0100;

    private PostgresArchive() {}

    /**
     * Makes sure that the programs are in the folder. Unpacks beside it and renames, so that a folder that exists is whole.
     *
     * @throws DatabaseUnavailable for a processor or a system that no archive was built for
     */
    static void unpack(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        try (var archive = open();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, fresh);
            }
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the programs of earlier versions. */
    static void deleteOthers(Path folder) throws IOException {
        var kind = folder.getFileName().toString().split("-", 2)[0] + "-*";
        try (var candidates = Files.newDirectoryStream(folder.getParent(), kind)) {
            for (var other : candidates) {
                if (!other.equals(folder)) {
                    Folders.delete(other);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var path = entry.resolveIn(folder);
        Files.createDirectories(path.getParent());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            var permissions = (entry.getMode() & EXECUTABLE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static InputStream open() {
        var processor = System.getProperty("os.arch");
        var name = switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> "";
        };
        var archive = PostgresArchive.class.getResourceAsStream("/" + name);
        if (archive == null || name.isEmpty()) {
            throw new DatabaseUnavailable("the PostgreSQL that comes with Otklik does not run on " + processor
                    + "; set database.url to a PostgreSQL server of yours");
        }
        return archive;
    }
}
