package org.otklik.cli;

import java.io.PrintWriter;
import org.otklik.conversation.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints: sentences for people, JSON lines for programs. */
public final class Output {
    @Option(names = "--json", description = "Print JSON lines, for programs.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the library
    private CommandSpec command;

    /** Prints one object in either form. */
    public void line(Object record, String sentence) {
        var out = out();
        out.println(json ? Json.write(record).data() : sentence);
        out.flush();
    }

    /** Prints what has no other form. */
    void json(Object record) {
        out().println(Json.write(record).data());
        out().flush();
    }

    /** Tells people something that is no result. */
    public void note(String sentence) {
        var err = command.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
