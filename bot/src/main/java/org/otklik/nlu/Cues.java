package org.otklik.nlu;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/**
 * Finds where the phrases of a table stand in a text: lines of {@code name: phrase, phrase}, in all languages at once. A word that
 * ends in * stands for all words that begin so.
 */
public final class Cues {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<Cue> cues = new ArrayList<>();

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
        for (var language : Language.values()) {
            WordTables.lines(language.code(), table).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .forEach(this::add);
        }
        // Of phrases that begin alike the most exact one is meant.
        cues.sort(Comparator.comparingInt((Cue cue) -> cue.words().size())
                .thenComparingInt(
                        cue -> cue.words().stream().mapToInt(String::length).sum())
                .reversed());
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon).strip();
        Arrays.stream(line.substring(colon + 1).split(","))
                .map(phrase -> List.of(fold(phrase).strip().split("[^\\p{L}\\p{N}*]+")))
                .filter(words -> !words.getFirst().isEmpty())
                .forEach(words -> cues.add(new Cue(name, words)));
    }

    /** All phrases in a text, in the order in which they stand, none overlapping another. */
    public List<Found> in(String text) {
        var words = WORD.matcher(text).results().toList();
        var folded = words.stream().map(MatchResult::group).map(Cues::fold).toList();
        var found = new ArrayList<Found>();
        for (int i = 0; i < words.size(); ) {
            int at = i;
            var cue = cues.stream()
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

    private static String fold(String text) {
        return UCharacter.foldCase(text, true).replace('\u0451', '\u0435');
    }
}
