package org.otklik.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.otklik.cli.Output;
import org.otklik.conversation.TurnHandler;
import org.otklik.nlp.NluModels;
import org.otklik.organization.Organization;
import org.otklik.store.Durability;
import org.otklik.store.Folders;
import org.otklik.store.LocalPostgres;
import org.otklik.store.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays conversations that are written down as scripts, and says which go as they should. */
@Command(
        name = "check",
        description = {
            "Play conversations that are written down as scripts, and say which go as they should.",
            "Each is played against the whole bot on a database of its own that is thrown away; nothing is sent.",
            "What a script looks like: docs/dialogue-scripts.md"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int CHECK_FAILED = 1;

    private final BiFunction<Organization, NluModels, TurnHandler> dialogues;

    @Mixin
    private final Output output = new Output();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Scripts, or folders of them.")
    private List<Path> paths = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the library
    private CommandSpec spec;

    /** How many scripts went well and how many did not. */
    private record Total(long passed, long failed) {}

    /** @param dialogues makes the whole dialogue of an organisation */
    public CheckCommand(BiFunction<Organization, NluModels, TurnHandler> dialogues) {
        this.dialogues = dialogues;
    }

    @Override
    public Integer call() throws IOException {
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), "there is no file or folder " + path);
            }
        }
        var scripts =
                paths.stream().flatMap(path -> ScriptFiles.of(path).stream()).toList();
        if (scripts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there are no scripts in " + paths);
        }
        var folder = Files.createTempDirectory("otklik-check");
        var models = CompletableFuture.supplyAsync(NluModels::load);
        try (var server = LocalPostgres.start(folder, Durability.THROWAWAY)) {
            new Schema(server.address()).update();
            int atOnce = Math.min(Runtime.getRuntime().availableProcessors(), scripts.size());
            var databases = IntStream.range(0, atOnce)
                    .mapToObj(i -> server.copy("check_" + i))
                    .toList();
            try (var theatre = new Theatre(databases, organization -> dialogues.apply(organization, models.join()))) {
                return report(play(theatre, scripts, atOnce));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private List<Verdict> play(Theatre theatre, List<Path> scripts, int atOnce) {
        try (var players = Executors.newFixedThreadPool(atOnce)) {
            var playing = scripts.stream()
                    .map(script ->
                            CompletableFuture.supplyAsync(() -> theatre.play(script, script.toString()), players))
                    .toList();
            return playing.stream()
                    .map(CompletableFuture::join)
                    .peek(verdict -> output.line(verdict, verdict.sentence()))
                    .toList();
        }
    }

    private int report(List<Verdict> verdicts) {
        long passed = verdicts.stream().filter(Verdict::ok).count();
        var total = new Total(passed, verdicts.size() - passed);
        output.line(total, total.passed() + " passed, " + total.failed() + " failed");
        return total.failed() == 0 ? 0 : CHECK_FAILED;
    }
}
