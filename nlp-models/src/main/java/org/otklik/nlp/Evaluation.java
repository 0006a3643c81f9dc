package org.otklik.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures a classifier on labelled messages, by language and by kind of noise. */
public final class Evaluation {
    /** Stands for any language, or any kind of noise. */
    public static final String ALL = "all";

    /** What is got where nothing was proposed. */
    private static final String REFUSED = "refused";

    private final IntentClassifier classifier;
    private final IntentCatalogue catalogue;

    public Evaluation(IntentClassifier classifier, IntentCatalogue catalogue) {
        this.classifier = classifier;
        this.catalogue = catalogue;
    }

    /** A labelled message: its language, its intent, what was done to its letters, its text. */
    public record Row(String language, String intent, String noise, String text) {}

    /**
     * How well one language with one kind of noise was understood.
     *
     * @param n rows in all
     * @param strangers how many of them are out of scope
     * @param accuracy share of the other rows for which the right intent was proposed: a refused one is not understood
     * @param refused share of the out-of-scope rows for which no intent was proposed, 0 where there are none
     * @param refusedInScope share of the other rows for which none was
     */
    public record Part(
            String language,
            String noise,
            int n,
            int strangers,
            double accuracy,
            double macroF1,
            double refused,
            double refusedInScope) {}

    /** The parts, the last of all rows; the confusions of all rows, the most frequent first. */
    public record Report(List<Part> parts, List<Confusion> confusions) {}

    /**
     * Reads lines of language TAB intent TAB noise TAB text.
     *
     * @throws IOException when the file can't be read or a line has other columns
     */
    public static List<Row> read(Path file) throws IOException {
        return read(file.toString(), Files.readAllLines(file));
    }

    static List<Row> read(String file, List<String> lines) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (var line : lines) {
            if (!line.isBlank()) {
                var columns = line.split("\t", -1);
                if (columns.length != 4) {
                    throw new IOException(file + ": language, intent, noise and text are expected in: " + line);
                }
                rows.add(new Row(columns[0], columns[1], columns[2], columns[3]));
            }
        }
        return rows;
    }

    public Report of(List<Row> rows) {
        Map<String, Tally> parts = new TreeMap<>();
        var total = new Tally(ALL, ALL);
        for (var row : rows) {
            var tally =
                    parts.computeIfAbsent(row.language + '\t' + row.noise, any -> new Tally(row.language, row.noise));
            var said = classifier.classify(row.text, catalogue.forSpeakerOf(row.intent));
            tally.add(row.intent, said);
            total.add(row.intent, said);
        }
        List<Part> measured = new ArrayList<>();
        parts.values().forEach(tally -> measured.add(tally.part()));
        measured.add(total.part());
        return new Report(measured, total.scores.confusions());
    }

    private static final class Tally {
        private final String language;
        private final String noise;
        private final Scores scores = new Scores();
        private int refusedInScope;
        private int strangers;
        private int refused;

        Tally(String language, String noise) {
            this.language = language;
            this.noise = noise;
        }

        void add(String intent, Classification said) {
            if (intent.equals(Corpus.OUT_OF_SCOPE)) {
                strangers++;
                refused += said.isRefused() ? 1 : 0;
            } else {
                refusedInScope += said.isRefused() ? 1 : 0;
                scores.add(intent, proposed(said));
            }
        }

        private static String proposed(Classification said) {
            return said.isUnreal()
                    ? Corpus.UNREAL
                    : said.best().map(Ranked::label).orElse(REFUSED);
        }

        Part part() {
            return new Part(
                    language,
                    noise,
                    scores.rows() + strangers,
                    strangers,
                    scores.accuracy(),
                    scores.macroF1(),
                    share(refused, strangers),
                    share(refusedInScope, scores.rows()));
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
