package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Folding;

/**
 * Finds where the phrases of a table stand in a text: lines of {@code name: phrase, phrase}, in all languages at once. A word that
 * ends in * stands for all words that begin so.
 */
public final class Cues {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** By the first letter of their first word, so that few are compared with each word of a text. */
    private final Map<Character, List<Cue>> cues;

    private record Cue(String name, List<String> words) {
        boolean matches(List<String> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                var said = text.get(at + i);
                boolean isSame =
                        word.endsWith("*") ? said.startsWith(word.substring(0, word.length() - 1)) : said.equals(word);
                if (!isSame) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A phrase of the table, and where it stands. */
    public record Found(String name, Span span) {}

    /** @param table a table of {@link WordTables} */
    public Cues(String table) {
        cues = Arrays.stream(Language.values())
                .flatMap(language -> WordTables.lines(language.code(), table).stream())
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .flatMap(Cues::cues)
                // Of phrases that begin alike the most exact one is meant.
                .sorted(Comparator.comparingInt((Cue cue) -> cue.words().size())
                        .thenComparingInt(cue ->
                                cue.words().stream().mapToInt(String::length).sum())
                        .reversed())
                .collect(Collectors.groupingBy(cue -> cue.words().getFirst().charAt(0)));
    }

    private static Stream<Cue> cues(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon).strip();
        return Arrays.stream(line.substring(colon + 1).split(","))
                .map(phrase -> List.of(Folding.fold(phrase).strip().split("[^\\p{L}\\p{N}*]+")))
                .filter(words -> !words.getFirst().isEmpty())
                .map(words -> new Cue(name, words));
    }

    /** All phrases in a text, in the order in which they stand, none overlapping another. */
    public List<Found> in(String text) {
        var words = WORD.matcher(text).results().toList();
        var folded = words.stream().map(MatchResult::group).map(Folding::fold).toList();
        var found = new ArrayList<Found>();
        for (int i = 0; i < words.size(); ) {
            int at = i;
            var cue = cues.getOrDefault(folded.get(at).charAt(0), List.of()).stream()
                    .filter(candidate -> candidate.matches(folded, at))
                    .findFirst();
            int next = i + cue.map(known -> known.words().size()).orElse(1);
            cue.ifPresent(known -> found.add(new Found(
                    known.name(),
                    new Span(words.get(at).start(), words.get(next - 1).end()))));
            i = next;
        }
        return found;
    }

    /** What the first phrase in a text stands for. */
    public Optional<String> first(String text) {
        return in(text).stream().map(Found::name).findFirst();
    }

    /** Whether a text has a phrase that stands for this. */
    public boolean has(String text, String name) {
        return in(text).stream().anyMatch(found -> found.name().equals(name));
    }
}
