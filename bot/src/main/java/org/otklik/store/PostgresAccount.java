package org.otklik.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that PostgreSQL runs under. It refuses root, so for root it gets the owner of its folder if that is somebody else,
 * else a user namespace in which root has no name, else (where containers forbid those) the account {@code nobody}.
 *
 * @param prefix what a command has to start with
 */
record PostgresAccount(List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** @param folder the data folder of PostgreSQL; it exists, and may get another owner */
    static PostgresAccount of(Path folder) throws IOException {
        if (id(Path.of("/proc/self"), "uid") != ROOT) {
            return new PostgresAccount(List.of());
        }
        int owner = id(folder, "uid");
        if (owner == ROOT && succeeds("unshare", "--user", "true")) {
            return new PostgresAccount(List.of("unshare", "--user"));
        }
        if (owner == ROOT) {
            succeeds("chown", "-R", NOBODY + ":" + NOBODY, folder.toString());
        }
        return new PostgresAccount(
                List.of("setpriv", "--reuid=" + id(folder, "uid"), "--regid=" + id(folder, "gid"), "--clear-groups"));
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static int id(Path path, String kind) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + kind);
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command[0], e);
        }
    }
}
