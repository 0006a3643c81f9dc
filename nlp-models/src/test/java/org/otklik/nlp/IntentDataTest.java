package org.otklik.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every set of utterances has to hold to, so that an intent without data fails the build and not a conversation. */
class IntentDataTest {
    private static final Path DATA = Path.of("data/intents");
    private static final int FEWEST_UTTERANCES = 80;
    private static final int FEWEST_VOICES = 5;
    private static final int LONGEST = 400;
    private static final int ENOUGH_WORDS = 4;
    private static final double NEARLY_THE_SAME = 0.9;

    private final Corpus corpus;
    private final Set<String> names = new TreeSet<>(new IntentCatalogue().names());

    IntentDataTest() throws IOException {
        corpus = Corpus.read(DATA);
        names.addAll(Corpus.OTHERS);
    }

    @Test
    void everyLanguageHasAFileForEachIntentAndNoOther() throws IOException {
        for (var language : listed(DATA)) {
            var files = listed(language).stream()
                    .map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(files).as(language.toString()).isEqualTo(names);
        }
    }

    @Test
    void everyIntentIsSaidOftenEnoughAndByDifferentVoices() {
        var files = corpus.utterances().stream()
                .collect(Collectors.groupingBy(utterance -> utterance.language() + " " + utterance.intent()));

        assertThat(files).allSatisfy((file, utterances) -> {
            assertThat(utterances).as(file).hasSizeGreaterThanOrEqualTo(FEWEST_UTTERANCES);
            assertThat(new Corpus(utterances).voices()).as(file).hasSizeGreaterThanOrEqualTo(FEWEST_VOICES);
        });
    }

    @Test
    void everyUtteranceIsOneTidyLine() {
        var untidy = corpus.utterances().stream()
                .map(Utterance::text)
                .filter(text -> text.length() > LONGEST
                        || text.startsWith("#")
                        || text.contains("  ")
                        || text.contains("\t")
                        || !Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .toList();

        assertThat(untidy).isEmpty();
    }

    @Test
    void noUtteranceMeansTwoThings() {
        Map<String, Utterance> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (var utterance : corpus.utterances()) {
            var words = String.join(" ", Tokens.of(Tokens.fold(utterance.text())));
            var other = seen.putIfAbsent(words, utterance);
            if (other != null && !other.intent().equals(utterance.intent())) {
                twice.add(utterance.text() + ": " + other.intent() + " and " + utterance.intent());
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void noUtteranceOnlyRepeatsAnother() {
        Map<String, Integer> frequency = new HashMap<>();
        corpus.utterances()
                .forEach(utterance -> words(utterance).forEach(word -> frequency.merge(word, 1, Integer::sum)));
        Map<String, List<Utterance>> byRareWord = new HashMap<>();
        List<String> repeats = new ArrayList<>();
        for (var utterance : corpus.utterances()) {
            var words = words(utterance);
            if (words.size() >= ENOUGH_WORDS) {
                // Texts so alike share at least one of the two words of theirs that are rarest.
                words.stream()
                        .sorted(Comparator.comparingInt(frequency::get))
                        .limit(2)
                        .map(word -> byRareWord.computeIfAbsent(word, any -> new ArrayList<>()))
                        .forEach(others -> {
                            others.stream()
                                    .filter(other -> likeness(words, words(other)) >= NEARLY_THE_SAME)
                                    .forEach(other -> repeats.add(other + " and " + utterance));
                            others.add(utterance);
                        });
            }
        }

        assertThat(repeats).isEmpty();
    }

    private static Set<String> words(Utterance utterance) {
        return Arrays.stream(Tokens.of(utterance.text()))
                .map(Tokens::fold)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Share of the words that both have among those that either has. */
    private static double likeness(Set<String> some, Set<String> others) {
        long shared = some.stream().filter(others::contains).count();
        return (double) shared / (some.size() + others.size() - shared);
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
