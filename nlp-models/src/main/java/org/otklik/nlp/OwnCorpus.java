package org.otklik.nlp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an organisation teaches beside the product: files like those of the product, which people edit by hand. What can't be used of them is
 * left out, and told.
 *
 * @param corpus what can be used
 * @param complaints a sentence for the operator about each thing that can't
 */
public record OwnCorpus(Corpus corpus, List<String> complaints) {
    /** In bytes; thousands of utterances. */
    private static final long LARGEST_FILE = 1 << 20;
    /** In characters, twice that of a message that is learned from. */
    private static final int LONGEST = 1_000;
    /** The product itself has fewer. */
    private static final int MOST = 20_000;

    private static final int MOST_COMPLAINTS = 30;
    private static final String UNNAMED = "unnamed";

    public OwnCorpus {
        complaints = List.copyOf(complaints);
    }

    /** Nothing yet. */
    public static OwnCorpus none() {
        return new OwnCorpus(new Corpus(List.of()), List.of());
    }

    /** Reads a folder, which need not exist. */
    public static OwnCorpus read(Path folder) {
        return new Reading().of(folder);
    }

    public boolean isEmpty() {
        return corpus.utterances().isEmpty();
    }

    /** The intents that the product does not have. */
    public Set<String> ownIntents() {
        var own = new TreeSet<String>();
        corpus.utterances().stream()
                .map(Utterance::intent)
                .filter(intent -> intent.startsWith(IntentCatalogue.OWN))
                .forEach(own::add);
        return own;
    }

    private static final class Reading {
        private final Set<String> known = new TreeSet<>(new IntentCatalogue().names());
        private final Set<String> languages = Corpus.languages();
        private final List<Utterance> utterances = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();

        OwnCorpus of(Path folder) {
            known.addAll(Corpus.OTHERS);
            for (var language : listed(folder)) {
                if (!Files.isDirectory(language)) {
                    complaints.add(language + ": expected a folder for each language, for example: "
                            + folder.resolve("en/giving.donate.txt"));
                } else if (!languages.contains(name(language))) {
                    complaints.add(language + ": unknown language; known are " + String.join(", ", languages));
                } else {
                    listed(language).forEach(file -> read(file, Locale.of(name(language))));
                }
            }
            var clear = clear();
            if (clear.size() > MOST) {
                complaints.add(folder + ": " + clear.size() + " utterances; only the first " + MOST + " are read");
            }
            return new OwnCorpus(
                    new Corpus(clear.stream().limit(MOST).toList()),
                    complaints.size() <= MOST_COMPLAINTS ? complaints : shortened());
        }

        private List<String> shortened() {
            var shown = new ArrayList<>(complaints.subList(0, MOST_COMPLAINTS));
            shown.add("and " + (complaints.size() - MOST_COMPLAINTS) + " more of the kind");
            return shown;
        }

        private List<Path> listed(Path folder) {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (var files = Files.list(folder)) {
                // What editors and we ourselves leave beside a file that is being written.
                return files.filter(file ->
                                !name(file).startsWith(".") && !name(file).endsWith("~"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                complaints.add(folder + ": can't be read: " + e.getMessage());
                return List.of();
            }
        }

        private void read(Path file, Locale language) {
            var name = name(file);
            var intent = name.endsWith(Corpus.SUFFIX) ? name.substring(0, name.length() - Corpus.SUFFIX.length()) : "";
            if (!known.contains(intent) && !OwnFiles.isOwnName(intent)) {
                complaints.add(file + ": no intent is called so; an intent of your own is a file own.NAME.txt");
            } else {
                content(file).ifPresent(text -> read(file, text, language, intent));
            }
        }

        private Optional<String> content(Path file) {
            try {
                if (!Files.isRegularFile(file)) {
                    complaints.add(file + ": expected a file of utterances");
                } else if (Files.size(file) > LARGEST_FILE) {
                    complaints.add(file + ": larger than 1 MiB, so it is left out");
                } else {
                    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
                    return Optional.of(
                            StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
                }
            } catch (CharacterCodingException e) {
                complaints.add(file + ": not in UTF-8, so it is left out");
            } catch (IOException e) {
                complaints.add(file + ": can't be read: " + e.getMessage());
            }
            return Optional.empty();
        }

        private void read(Path file, String text, Locale language, String intent) {
            var voice = UNNAMED;
            int number = 0;
            for (var typed : text.lines().toList()) {
                number++;
                // Editors on Windows may begin a file with a byte order mark.
                var line = number == 1 ? typed.replaceFirst("^\\uFEFF", "") : typed;
                if (line.length() > LONGEST) {
                    complaints.add(
                            file + ", line " + number + ": longer than " + LONGEST + " characters, so it is left out");
                } else if (line.strip().startsWith(Corpus.VOICE)) {
                    voice = line.strip().substring(Corpus.VOICE.length()).strip();
                } else if (!line.strip().startsWith("#") && !OwnFiles.line(line).isEmpty()) {
                    utterances.add(new Utterance(OwnFiles.line(line), language, intent, voice));
                }
            }
        }

        /** Without what would mean two things, and each thing once. */
        private List<Utterance> clear() {
            Map<String, Utterance> bySaying = new LinkedHashMap<>();
            Set<String> torn = new TreeSet<>();
            for (var utterance : utterances) {
                var other = bySaying.putIfAbsent(saying(utterance), utterance);
                if (other != null && !other.intent().equals(utterance.intent()) && torn.add(saying(utterance))) {
                    complaints.add("\u201c" + utterance.text() + "\u201d is in " + other.intent() + " and in "
                            + utterance.intent() + ", so it is left out");
                }
            }
            bySaying.keySet().removeAll(torn);
            return List.copyOf(bySaying.values());
        }

        private static String name(Path file) {
            return file.getFileName().toString();
        }
    }

    /** What two utterances share that are the same but for case, commas and how loud they are. */
    static String saying(Utterance utterance) {
        return Arrays.stream(Tokens.of(Tokens.fold(utterance.text())))
                .filter(token -> !token.equals("!"))
                .collect(Collectors.joining(" ", utterance.language() + " ", ""));
    }
}
