package org.otklik.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.otklik.cli.Installation.Result;
import org.otklik.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a copy of everything. */
@Command(name = "backup", description = "Write everything into a new folder. Otklik may go on running meanwhile.")
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final Installation installation = new Installation();

    @Parameters(paramLabel = "DIR", description = "The folder to make.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private Path folder;

    @Override
    public Integer call() {
        var contents = installation.withAddress(
                address -> new Backup(address, installation.files(), Installation.clock()).write(folder));
        installation.print(
                new Result(folder.toString(), String.valueOf(folder.getFileName()), "done"),
                folder + ": " + contents.tables().size() + " tables, " + contents.rows() + " rows");
        return 0;
    }
}
