package org.otklik.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Labelled messages that nothing was learned from: by them it is judged whether another model understands as well. */
public record HeldOut(List<Evaluation.Row> rows) {
    public HeldOut {
        rows = List.copyOf(rows);
    }

    /** Those that come with the product: a file for each language. */
    public static HeldOut shipped() {
        return new HeldOut(Corpus.languages().stream()
                .map(language -> "/heldout/" + language + ".tsv")
                .flatMap(file -> read(file).stream())
                .toList());
    }

    private static List<Evaluation.Row> read(String file) {
        try {
            return Evaluation.read(file, Resource.lines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which messages are understood: the right intent is proposed, or none where none is right. */
    BitSet understood(NluModels models) {
        var catalogue = new IntentCatalogue();
        var understood = new BitSet(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var meant = Optional.of(row.intent()).filter(intent -> !intent.equals(Corpus.OUT_OF_SCOPE));
            var best = models.intents()
                    .classify(row.text(), catalogue.forSpeakerOf(row.intent()))
                    .best();
            understood.set(at, best.map(Ranked::label).equals(meant));
        }
        return understood;
    }

    /** By language, the share of the messages that are understood. */
    SortedMap<String, Double> accuracy(BitSet understood) {
        var shares = new TreeMap<String, Double>();
        for (var language : languages()) {
            shares.put(
                    language,
                    of(language)
                            .mapToDouble(at -> understood.get(at) ? 1 : 0)
                            .average()
                            .orElse(0));
        }
        return shares;
    }

    /** Whether fewer messages of some language are understood. */
    boolean isWorse(BitSet before, BitSet after) {
        return languages().stream()
                .anyMatch(language -> of(language).filter(after::get).count()
                        < of(language).filter(before::get).count());
    }

    private SortedSet<String> languages() {
        var languages = new TreeSet<String>();
        rows.forEach(row -> languages.add(row.language()));
        return languages;
    }

    private IntStream of(String language) {
        return IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).language().equals(language));
    }
}
