package org.otklik.segments;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/** How a town that was named in a sentence may be written in an address: in another case, or in the other alphabet. */
final class Towns {
    private static final int SHORTEST_STEM = 3;
    private static final List<String> ENDINGS = WordTables.lines(Language.RU.code(), "town-endings").stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Cyrillic-Latin; Latin-ASCII");
    private static final Transliterator TO_CYRILLIC = Transliterator.getInstance("Latin-Cyrillic");

    private Towns() {}

    /** Parts of an address, any of which shows the town. Of several words only the last counts: the others change inside. */
    static List<String> spellings(String typed) {
        var words = typed.strip().split("\\s+");
        var stem = stem(words[words.length - 1]);
        return Stream.of(stem, TO_LATIN.transliterate(stem), TO_CYRILLIC.transliterate(stem))
                .distinct()
                .toList();
    }

    private static String stem(String word) {
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }
}
