package org.otklik.nlp;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** NLP.js, the wide-spread conversational library of Node, as a program of its own beside this JVM. Nothing of it is part of the product. */
public final class NlpJs implements Contender {
    private static final String PACKAGE = "node-nlp";
    private static final String VERSION = "4.27.0";
    private static final String SCRIPT = "nlpjs.cjs";
    private static final double MEBIBYTE = 1 << 20;

    private final Path node;
    private final Path modules;

    private NlpJs(Path node, Path modules) {
        this.node = node;
        this.modules = modules;
    }

    /**
     * Finds it in a folder of its own, or puts it there the first time, which takes a network.
     *
     * @param cache where downloads are kept
     * @param searchPath folders of programs, as the variable PATH has them
     * @param notes is told what takes long
     * @throws PeerMissing without Node, or when it can't be installed
     */
    public static NlpJs installed(Path cache, String searchPath, Consumer<String> notes) {
        var node = program("node", searchPath);
        var folder = cache.resolve(PACKAGE + "-" + VERSION);
        if (!Files.isDirectory(folder)) {
            notes.accept("Installing NLP.js (npm package %s %s) in %s…".formatted(PACKAGE, VERSION, folder));
            install(program("npm", searchPath), searchPath, folder);
        }
        return new NlpJs(node, folder.resolve("node_modules"));
    }

    private static Path program(String name, String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new PeerMissing(
                        name + " was not found, which NLP.js needs (Debian: apt-get install nodejs npm)"));
    }

    /** Under another name until it is complete: an installation that was cut short is no installation. */
    private static void install(Path npm, String searchPath, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            var unfinished = Files.createTempDirectory(folder.getParent(), PACKAGE);
            var command = List.of(
                    npm.toString(),
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    unfinished.toString(),
                    PACKAGE + "@" + VERSION);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PATH", searchPath);
            var process = builder.start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (status(process) != 0) {
                throw new PeerMissing(
                        "NLP.js could not be installed; by hand: npm install --prefix %s %s@%s (npm said: %s)"
                                .formatted(folder, PACKAGE, VERSION, lastLine(told)));
            }
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "nlp.js";
    }

    @Override
    public Answers answer(Corpus train, Corpus test, Corpus strangers) {
        try {
            var folder = Files.createTempDirectory("nlpjs");
            try {
                return parse(
                        run(folder, List.of(train, test, strangers)),
                        test.utterances().size());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> run(Path folder, List<Corpus> corpora) throws IOException {
        var script = folder.resolve(SCRIPT);
        try (var stream = NlpJs.class.getResourceAsStream(SCRIPT)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + SCRIPT);
            }
            Files.copy(stream, script);
        }
        var command = new ArrayList<String>();
        Collections.addAll(
                command,
                node.toString(),
                "--expose-gc",
                script.toString(),
                modules.toString(),
                language(corpora.getFirst()),
                String.valueOf(InProcess.WARM_UP));
        for (var corpus : corpora) {
            var file = folder.resolve(command.size() + ".tsv");
            Files.write(file, table(corpus));
            command.add(file.toString());
        }
        var complaints = folder.resolve("complaints.txt");
        var process = new ProcessBuilder(command)
                .redirectError(Redirect.to(complaints.toFile()))
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (status(process) != 0) {
            throw new IllegalStateException("NLP.js failed: " + Files.readString(complaints));
        }
        return told.lines().toList();
    }

    private static List<String> table(Corpus corpus) {
        return corpus.utterances().stream()
                .map(utterance -> utterance.text() + '\t' + utterance.intent())
                .toList();
    }

    /** Its stemmer wants to know. Letters tell the languages apart that both systems have. */
    static String language(Corpus corpus) {
        var scripts = corpus.utterances().stream()
                .flatMapToInt(utterance -> utterance.text().codePoints())
                .filter(Character::isLetter)
                .boxed()
                .collect(Collectors.partitioningBy(
                        letter -> UnicodeScript.of(letter) == UnicodeScript.CYRILLIC, Collectors.counting()));
        return scripts.getOrDefault(true, 0L) > scripts.getOrDefault(false, 0L) ? "ru" : "en";
    }

    /**
     * Reads what the script prints.
     *
     * @param tests how many of the answers are those of the test half; the strangers follow
     */
    static Answers parse(List<String> lines, int tests) {
        var measures = lines.getFirst().split("\t", -1);
        var answers = lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(columns -> new Answer(columns[0], Double.parseDouble(columns[1])))
                .toList();
        return new Answers(
                answers.subList(0, tests),
                answers.subList(tests, answers.size()),
                Double.parseDouble(measures[0]),
                Double.parseDouble(measures[1]),
                Double.parseDouble(measures[2]) / MEBIBYTE);
    }

    private static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + PACKAGE + " ran", e);
        }
    }

    private static String lastLine(String told) {
        return told.lines().filter(line -> !line.isBlank()).reduce("nothing", (_, line) -> line.strip());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
