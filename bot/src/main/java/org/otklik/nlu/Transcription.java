package org.otklik.nlu;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/**
 * Writes a foreign name in Cyrillic as it is usually done, by its sound and not by its letters: Laurent as it is read in France,
 * Stern as it is read in Germany. Which language a name is of can't be told, so there are several ways, the likeliest first.
 */
final class Transcription {
    private static final String TABLE = "transcription";
    private static final String NAME = "name";
    private static final String NOTHING = "-";
    /** So many ways are kept of each language while a word is read. */
    private static final int KEPT = 12;

    private static final int FROM_EACH = 2;
    private static final int MOST = 5;

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, List<Reading>> languages = new LinkedHashMap<>();

    /** How letters are read; other ways are less usual. */
    private record Reading(Pattern letters, List<String> sounds) {}

    /** A beginning of the word as far as it was read. */
    private record Way(String written, int rarity) {}

    Transcription() {
        WordTables.lines(Language.RU.code(), TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(this::read);
    }

    private void read(String line) {
        int space = line.indexOf(' ');
        int colon = line.lastIndexOf(": ");
        var language = line.substring(0, space);
        var letters = line.substring(space + 1, colon);
        var sounds = Arrays.stream(line.substring(colon + 2).split(","))
                .map(String::strip)
                .map(sound -> sound.equals(NOTHING) ? "" : sound)
                .toList();
        if (language.equals(NAME)) {
            names.put(letters, sounds);
        } else {
            languages
                    .computeIfAbsent(language, _ -> new ArrayList<>())
                    .add(new Reading(Pattern.compile(letters), sounds));
        }
    }

    /** How a word in Latin letters may be written in Cyrillic; none for any other word. */
    List<String> of(String word) {
        var letters = plain(word);
        if (letters.isEmpty() || !letters.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '\'')) {
            return List.of();
        }
        var known = names.get(letters);
        if (known != null) {
            return known;
        }
        var ways = new LinkedHashSet<String>();
        languages.values().forEach(readings -> ways.addAll(of(letters, readings)));
        return ways.stream().limit(MOST).toList();
    }

    private static List<String> of(String word, List<Reading> readings) {
        var ways = List.of(new Way("", 0));
        for (int at = 0; at < word.length(); ) {
            int from = at;
            var found = readings.stream()
                    .map(reading -> Map.entry(
                            reading,
                            reading.letters()
                                    .matcher(word)
                                    .useTransparentBounds(true)
                                    .useAnchoringBounds(false)
                                    .region(from, word.length())))
                    .filter(entry ->
                            entry.getValue().lookingAt() && entry.getValue().end() > from)
                    .findFirst();
            ways = found.isPresent() ? longer(ways, found.get().getKey().sounds()) : ways;
            at = found.map(entry -> entry.getValue().end()).orElse(at + 1);
        }
        return ways.stream().limit(FROM_EACH).map(Way::written).toList();
    }

    private static List<Way> longer(List<Way> ways, List<String> sounds) {
        var longer = new ArrayList<Way>();
        for (var way : ways) {
            for (int i = 0; i < sounds.size(); i++) {
                longer.add(new Way(way.written() + sounds.get(i), way.rarity() + i));
            }
        }
        return longer.stream()
                .sorted(Comparator.comparingInt(Way::rarity))
                .limit(KEPT)
                .toList();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.replace('\u2019', '\''), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
