package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.store.Folders;

/**
 * Jazzer, in a process of its own: makes texts out of texts, keeps those that reach code which none has reached before, and reports the first that
 * is not read as {@link SoundReading} says, or takes seconds.
 */
public final class Fuzzer {
    private static final String DRIVER = "com.code_intelligence.jazzer.Jazzer";
    /** Understanding reads no more of a message. */
    private static final int LONGEST_INPUT = 4_096;

    private static final int SEED_LENGTH = 60;
    /** Hundreds of times what a text may take, since the code counts its steps here and the machine may be busy. */
    private static final int SLOW_SECONDS = 20;

    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern SLOWEST = Pattern.compile(Pattern.quote(Fuzzed.SLOWEST) + "(\\d+) (.*)");
    private static final Pattern FINDING = Pattern.compile("== Java .*|.*ERROR: libFuzzer: .*");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Path folder;
    private final long seed;

    /** @param folder for its files; what it finds stays there */
    public Fuzzer(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param finding what went wrong and the input, in Java's notation; empty when nothing did
     * @param slowestMillis of the slowest input, while the code counts its steps
     * @param slowest that input
     */
    public record Result(
            String target, long executions, Optional<String> finding, long slowestMillis, String slowest) {}

    /** @param target a class with the methods that Jazzer calls */
    public Result run(Class<?> target, Duration time) {
        try {
            var here = Files.createDirectories(folder.resolve(target.getSimpleName()));
            var told = here.resolve("told.txt");
            var process = new ProcessBuilder(command(target, here, time))
                    .directory(here.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            try {
                return result(target, process.waitFor(), text(told), here);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fuzzing", e);
        }
    }

    private List<String> command(Class<?> target, Path here, Duration time) throws IOException {
        var seeds = seeds();
        var corpus = here.resolve("corpus");
        Folders.delete(corpus);
        Files.createDirectories(corpus);
        for (int at = 0; at < seeds.size(); at++) {
            Files.write(corpus.resolve("seed-" + at), seeds.get(at).getBytes(StandardCharsets.UTF_8));
        }
        var words = Files.writeString(here.resolve("words.txt"), dictionary(seeds));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                DRIVER,
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.otklik.nlu.**:org.otklik.nlp.**",
                "-dict=" + words,
                "-max_len=" + LONGEST_INPUT,
                "-max_total_time=" + time.toSeconds(),
                "-timeout=" + SLOW_SECONDS,
                "-rss_limit_mb=0",
                "-seed=" + seed,
                "-print_final_stats=1",
                "-artifact_prefix=" + here + "/",
                corpus.toString());
    }

    private static List<String> seeds() {
        return Stream.concat(
                        Resource.read("fuzz-seeds.txt").lines().map(String::translateEscapes),
                        new BadTexts().ofLength(SEED_LENGTH).stream().map(BadTexts.BadText::text))
                .toList();
    }

    /** The words of the seeds, as libFuzzer reads a dictionary. */
    private static String dictionary(List<String> seeds) {
        return seeds.stream()
                .flatMap(seed -> WORD.matcher(seed).results())
                .map(word -> word.group().getBytes(StandardCharsets.UTF_8))
                .map(Fuzzer::quoted)
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(byte[] word) {
        var quoted = new StringBuilder("\"");
        for (byte unit : word) {
            quoted.append("\\x%02X".formatted(unit));
        }
        return quoted.append('"').toString();
    }

    private static Result result(Class<?> target, int exit, String told, Path here) throws IOException {
        var executions = EXECUTIONS.matcher(told);
        var slowest = SLOWEST.matcher(told);
        if (exit == 0 && executions.find() && slowest.find()) {
            return new Result(
                    target.getSimpleName(),
                    Long.parseLong(executions.group(1)),
                    Optional.empty(),
                    Long.parseLong(slowest.group(1)),
                    slowest.group(2));
        }
        var said = told.lines().filter(FINDING.asMatchPredicate()).findFirst().orElse(told);
        return new Result(target.getSimpleName(), 0, Optional.of(said + " of " + inputs(here)), 0, "");
    }

    /** What fuzzers write need not be UTF-8 all through. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static List<String> inputs(Path here) throws IOException {
        var inputs = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(here, "{crash,timeout,oom}-*")) {
            for (var file : files) {
                inputs.add(Escaped.of(text(file)));
            }
        }
        return inputs;
    }
}
