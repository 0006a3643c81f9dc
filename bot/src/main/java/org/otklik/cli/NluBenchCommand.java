package org.otklik.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.otklik.nlp.Benchmark;
import org.otklik.nlp.Contender;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.InProcess;
import org.otklik.nlp.NlpJs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well the pipeline learns what is none of ours, alone or beside others. */
@Command(
        name = "bench",
        description = {
            "Train the same pipeline on any file of text TAB intent, and measure it on another.",
            "With --peers, OpenNLP as it comes and NLP.js learn and answer the same; NLP.js needs Node, and the first time a network."
        })
final class NluBenchCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "What to learn from.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private Path train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "What to measure on.")
    @SuppressWarnings("NullAway.Init") // set by the library
    private Path test;

    @Option(names = "--oos", paramLabel = "FILE", description = "Texts that belong to no intent.")
    private @Nullable Path strangers;

    @Option(names = "--peers", description = "Measure other systems on the same files, too.")
    private boolean peers;

    @Override
    public Integer call() throws IOException {
        var benchmark = new Benchmark(
                Corpus.readTable(train),
                Corpus.readTable(test),
                strangers == null ? new Corpus(List.of()) : Corpus.readTable(strangers));
        var heading = "%-8s %9s %9s %7s %9s %11s %9s%n"
                .formatted("", "accuracy", "macro-F1", "AUROC", "train, s", "message, ms", "heap, MiB");
        for (var contender : contenders()) {
            print(benchmark.run(contender), heading);
            heading = "";
        }
        return 0;
    }

    /** Whoever is missing is missed before the first of them has learned for a minute. */
    private List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>(List.of(InProcess.otklik()));
        if (peers) {
            contenders.add(InProcess.openNlp());
            contenders.add(NlpJs.installed(cache(), variable("PATH").orElse(""), output::note));
        }
        return contenders;
    }

    /** Where the XDG base directory specification has it. */
    private static Path cache() {
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("otklik");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(Predicate.not(String::isEmpty));
    }

    private void print(Benchmark.Result result, String heading) {
        var object = JsonNodeFactory.instance.objectNode();
        object.put("system", result.system()).put("accuracy", result.accuracy()).put("macroF1", result.macroF1());
        object.put("auroc", Double.isNaN(result.auroc()) ? null : result.auroc());
        object.put("trainSeconds", result.trainSeconds()).put("msPerMessage", result.msPerMessage());
        object.put("heapMiB", result.heapMiB());
        var auroc = Double.isNaN(result.auroc()) ? "–" : "%.3f".formatted(result.auroc());
        output.line(
                object,
                heading
                        + "%-8s %9.3f %9.3f %7s %9.1f %11.3f %9.1f"
                                .formatted(
                                        result.system(),
                                        result.accuracy(),
                                        result.macroF1(),
                                        auroc,
                                        result.trainSeconds(),
                                        result.msPerMessage(),
                                        result.heapMiB()));
    }
}
