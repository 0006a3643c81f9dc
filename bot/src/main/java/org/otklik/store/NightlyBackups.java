package org.otklik.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Keeps a backup of each of the last days, in folders named by their dates. */
public final class NightlyBackups {
    private final Backup backup;
    private final Path folder;
    private final int keepDays;
    private final ZoneId zone;
    private final Clock clock;

    public NightlyBackups(Backup backup, Path folder, int keepDays, ZoneId zone, Clock clock) {
        this.backup = backup;
        this.folder = folder;
        this.keepDays = keepDays;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Makes the backup of today unless there is one, and then deletes those that are too old: never the last good one because
     * tonight's failed.
     *
     * @throws BackupFailed as {@link Backup#write} does
     */
    public Path run() {
        var today = LocalDate.now(clock.withZone(zone));
        var target = folder.resolve(today.toString());
        if (!Files.exists(target)) {
            backup.write(target);
        }
        try {
            for (var old : olderThan(today.minusDays(keepDays - 1L))) {
                Folders.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private List<Path> olderThan(LocalDate first) throws IOException {
        try (var folders = Files.list(folder)) {
            return folders.filter(candidate ->
                            dateOf(candidate).filter(day -> day.isBefore(first)).isPresent())
                    .toList();
        }
    }

    /** Empty for what somebody else put there. */
    private static Optional<LocalDate> dateOf(Path folder) {
        try {
            return Optional.of(LocalDate.parse(folder.getFileName().toString()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
