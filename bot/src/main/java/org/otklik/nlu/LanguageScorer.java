package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;

/** Measures how often the language of a message is decided right, where it has words enough to tell. */
public final class LanguageScorer {
    /** Stands for any language, or any kind of noise. */
    public static final String ALL = "all";

    /** Both languages at once: no answer would be wrong. */
    private static final String MIXED = "mixed";

    private static final int ENOUGH_WORDS = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]*");

    private final Function<String, Optional<Language>> decide;

    public LanguageScorer(Function<String, Optional<Language>> decide) {
        this.decide = decide;
    }

    /** A message, the language it is written in, and what was done to its letters. */
    public record Row(String language, String noise, String text) {
        boolean tells() {
            return !noise.equals(MIXED) && WORD.matcher(text).results().count() >= ENOUGH_WORDS;
        }
    }

    /** How many messages of a language with one kind of noise were decided right. */
    public record Score(String language, String noise, int n, int right) {
        public double share() {
            return n == 0 ? 0 : (double) right / n;
        }

        private Score and(boolean isRight) {
            return new Score(language, noise, n + 1, right + (isRight ? 1 : 0));
        }
    }

    /** The scores by language and noise, the last of all rows; and the rows that were taken for another language. */
    public record Report(List<Score> scores, List<Row> wrong) {}

    /** Measures the rows that have words enough. */
    public Report score(List<Row> rows) {
        Map<String, Score> scores = new TreeMap<>();
        var all = new Score(ALL, ALL, 0, 0);
        var wrong = new ArrayList<Row>();
        for (var row : rows.stream().filter(Row::tells).toList()) {
            boolean isRight = decide.apply(row.text)
                    .map(Language::code)
                    .filter(row.language::equals)
                    .isPresent();
            var none = new Score(row.language, row.noise, 0, 0);
            scores.merge(row.language + '\t' + row.noise, none.and(isRight), (old, _) -> old.and(isRight));
            all = all.and(isRight);
            if (!isRight) {
                wrong.add(row);
            }
        }
        var inOrder = new ArrayList<>(scores.values());
        inOrder.add(all);
        return new Report(List.copyOf(inOrder), List.copyOf(wrong));
    }
}
