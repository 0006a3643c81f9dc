package org.otklik.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder for one process. The kernel gives it back when the process dies, however it dies.
 *
 * <p>A process loses its lock when it closes any other handle of the locked file (POSIX, fcntl), so who has it is written to
 * a second file, and asked first.
 */
final class FolderLock implements AutoCloseable {
    /** The number alone would not do: every restart of a container may have the same. */
    private static final String OURSELVES = ProcessHandle.current().pid() + " " + UUID.randomUUID();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws DatabaseUnavailable when another process, or another part of this one, has the folder */
    static FolderLock take(Path folder) throws IOException {
        var channel = isOurs(folder) ? null : tryLock(folder);
        if (channel == null) {
            throw new DatabaseUnavailable(
                    "the data folder %s is in use by another Otklik (process %s): stop that one, or give "
                                    .formatted(folder, holder(folder).split(" ", 2)[0])
                            + "this one a folder of its own (data: in otklik.yaml)");
        }
        Files.writeString(holderFile(folder), OURSELVES);
        return new FolderLock(folder, channel);
    }

    static boolean isTaken(Path folder) throws IOException {
        if (isOurs(folder)) {
            return true;
        }
        if (!Files.exists(lockFile(folder))) {
            return false;
        }
        try (var channel = tryLock(folder)) {
            return channel == null;
        }
    }

    private static @Nullable FileChannel tryLock(Path folder) throws IOException {
        var channel = FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }

    private static boolean isOurs(Path folder) throws IOException {
        return holder(folder).equals(OURSELVES);
    }

    private static String holder(Path folder) throws IOException {
        var file = holderFile(folder);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("postgres.lock");
    }

    private static Path holderFile(Path folder) {
        return folder.resolve("postgres.holder");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holderFile(folder));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
