package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Labelled utterances. On disk a file holds one intent in one language, {@code intents/{language}/{intent}.txt}, in sections
 * headed {@code # voice: NAME}, one utterance a line.
 */
public record Corpus(List<Utterance> utterances) {
    /** The name of what belongs to no intent. It is read with the rest and is never proposed. */
    public static final String OUT_OF_SCOPE = "out_of_scope";

    /**
     * The name of what speaks of an intent and wants nothing done: "no need for a receipt", "I would give if I could", "my aunt may leave
     * you something". It is learned with the rest and is never proposed.
     */
    static final String UNREAL = "unreal";

    /** What is learned beside the intents. */
    static final List<String> OTHERS = List.of(OUT_OF_SCOPE, UNREAL);

    static final String VOICE = "# voice:";
    static final String SUFFIX = ".txt";

    public Corpus {
        utterances = List.copyOf(utterances);
    }

    /** @throws IOException when a file can't be read, or says something before it names a voice */
    public static Corpus read(Path intents) throws IOException {
        List<Utterance> utterances = new ArrayList<>();
        for (var language : sorted(intents)) {
            if (Files.isDirectory(language)) {
                for (var file : sorted(language)) {
                    readFile(file, Locale.of(language.getFileName().toString()), utterances);
                }
            }
        }
        return new Corpus(utterances);
    }

    /** What the product was trained on, in the order of the build. */
    public static Corpus shipped() {
        var names = new TreeSet<>(new IntentCatalogue().names());
        names.addAll(OTHERS);
        List<Utterance> utterances = new ArrayList<>();
        for (var language : languages()) {
            for (var name : names) {
                var file = "/intents/" + language + '/' + name + SUFFIX;
                try {
                    readLines(file, Resource.lines(file), Locale.of(language), name, utterances);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Corpus(utterances);
    }

    /** The ISO 639-1 codes of the languages that can be understood. */
    static SortedSet<String> languages() {
        return Resource.rows("languages.tsv").stream()
                .map(row -> row[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads lines of text TAB intent, as public sets of intents come. */
    public static Corpus readTable(Path file) throws IOException {
        List<Utterance> utterances = new ArrayList<>();
        for (var line : Files.readAllLines(file)) {
            int tab = line.lastIndexOf('\t');
            if (tab > 0) {
                utterances.add(new Utterance(line.substring(0, tab), Locale.ROOT, line.substring(tab + 1), ""));
            }
        }
        return new Corpus(utterances);
    }

    private static void readFile(Path file, Locale language, List<Utterance> into) throws IOException {
        var name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            throw new IOException("not a file of utterances: " + file);
        }
        var intent = name.substring(0, name.length() - SUFFIX.length());
        readLines(file.toString(), Files.readAllLines(file), language, intent, into);
    }

    private static void readLines(String file, List<String> lines, Locale language, String intent, List<Utterance> into)
            throws IOException {
        var voice = "";
        for (var line : lines) {
            var text = line.strip();
            if (text.startsWith(VOICE)) {
                voice = text.substring(VOICE.length()).strip();
            } else if (!text.isEmpty()) {
                if (voice.isEmpty()) {
                    throw new IOException(file + ": an utterance before the first voice: " + text);
                }
                into.add(new Utterance(text, language, intent, voice));
            }
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    public Corpus where(Predicate<Utterance> condition) {
        return new Corpus(utterances.stream().filter(condition).toList());
    }

    Set<String> voices() {
        return utterances.stream().map(Utterance::voice).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has an intent: everything but the out-of-scope utterances. */
    public Corpus inScope() {
        return where(utterance -> !utterance.intent().equals(OUT_OF_SCOPE));
    }

    public Corpus outOfScope() {
        return where(utterance -> utterance.intent().equals(OUT_OF_SCOPE));
    }
}
