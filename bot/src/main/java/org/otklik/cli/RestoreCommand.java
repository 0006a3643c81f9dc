package org.otklik.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.otklik.cli.Installation.Result;
import org.otklik.store.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a copy of everything back. */
@Command(
        name = "restore",
        description = "Read a backup into an empty database: stop Otklik and move its data folder away first.")
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final Installation installation = new Installation();

    @Parameters(paramLabel = "DIR", description = "The folder that `backup` wrote.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private Path folder;

    @Override
    public Integer call() {
        var contents = installation.withAddress(address -> new Restore(address, installation.files()).read(folder));
        installation.print(
                new Result(folder.toString(), String.valueOf(folder.getFileName()), "done"),
                folder + ": " + contents.tables().size() + " tables, " + contents.rows() + " rows");
        return 0;
    }
}
