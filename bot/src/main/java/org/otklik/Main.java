package org.otklik;

import java.io.PrintWriter;
import java.time.Clock;
import org.otklik.bench.BenchCommand;
import org.otklik.bench.MissingProgram;
import org.otklik.check.CheckCommand;
import org.otklik.cli.ArticlesCommand;
import org.otklik.cli.BackupCommand;
import org.otklik.cli.DoctorCommand;
import org.otklik.cli.MailCommand;
import org.otklik.cli.NluCommand;
import org.otklik.cli.RestoreCommand;
import org.otklik.cli.StaffCommand;
import org.otklik.config.BadConfiguration;
import org.otklik.host.CannotListen;
import org.otklik.knowledge.InvalidArticle;
import org.otklik.nlp.PeerMissing;
import org.otklik.store.BackupFailed;
import org.otklik.store.DatabaseUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where every command starts. */
@Command(
        name = "otklik",
        mixinStandardHelpOptions = true,
        version = "Otklik 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Otklik answers the people who write to your organisation, and keeps what they say.",
            "",
            "To try it with an invented fund:   otklik run --demo",
            "To see what a command does:        otklik help COMMAND",
            ""
        },
        footer = {"", "Exit status: 0 done, 1 a check failed, 2 wrong usage, 3 something outside is missing."},
        subcommands = {
            RunCommand.class,
            DoctorCommand.class,
            StaffCommand.class,
            ArticlesCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            NluCommand.class,
            MailCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs a command.
     *
     * @return its exit status
     */
    static int run(String... arguments) {
        var line = new CommandLine(new Main())
                .addSubcommand(new BenchCommand(
                        (organization, models) -> new Skills(organization, models).dialogue(), Clock.systemUTC()))
                .addSubcommand(new CheckCommand((organization, models) -> new Skills(organization, models).dialogue()))
                .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, command.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    /** What the operator can mend is said in one line; anything else is a fault of ours, with its trace. */
    private static int explain(Exception thrown, PrintWriter err) throws Exception {
        switch (thrown) {
            case BadConfiguration bad -> err.println(bad.getMessage());
            case DatabaseUnavailable unavailable -> err.println("otklik: " + unavailable.getMessage());
            case CannotListen taken -> err.println("otklik: " + taken.getMessage());
            case InvalidArticle invalid -> err.println("otklik: " + invalid.getMessage());
            case MissingProgram missing -> err.println("otklik: " + missing.getMessage());
            case PeerMissing missing -> err.println("otklik: " + missing.getMessage());
            case BackupFailed failed -> err.println("otklik: " + failed.getMessage());
            default -> throw thrown;
        }
        return thrown instanceof BadConfiguration ? WRONG_USAGE : SOMETHING_MISSING;
    }
}
