package org.otklik.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.otklik.i18n.Text;

/** Whether the data folder can be written, and its disk has room. */
public final class DataFolderCheck implements Check {
    private static final long ENOUGH_BYTES = 1L << 30;
    private static final int BYTES_PER_MB = 1 << 20;

    private final Path folder;

    public DataFolderCheck(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public List<Finding> examine() {
        try {
            Files.createDirectories(folder);
            var probe = Files.createTempFile(folder, "doctor", ".tmp");
            Files.delete(probe);
            return List.of(Finding.good("data", Text.of(DoctorText.DATA_OK).with("folder", folder.toString())), disk());
        } catch (IOException e) {
            return List.of(Finding.bad(
                    "data",
                    Text.of(DoctorText.DATA_BAD)
                            .with("folder", folder.toString())
                            .with("problem", e.toString()),
                    Text.of(DoctorText.DATA_REMEDY)));
        }
    }

    private Finding disk() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long megabytes = free / BYTES_PER_MB;
        return free >= ENOUGH_BYTES
                ? Finding.good("disk", Text.of(DoctorText.DISK_OK).with("free", megabytes))
                : Finding.bad(
                        "disk",
                        Text.of(DoctorText.DISK_BAD).with("free", megabytes),
                        Text.of(DoctorText.DISK_REMEDY).with("folder", folder.toString()));
    }
}
