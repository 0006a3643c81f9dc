package org.otklik.nlu;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Folding;

/** Words that are no names, even with a capital letter. */
final class OrdinaryWords {
    private static final String TABLE = "ordinary-words";

    private final Set<String> words = new HashSet<>();

    OrdinaryWords() {
        for (var language : Language.values()) {
            WordTables.lines(language.code(), TABLE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .forEach(word -> words.add(Folding.fold(word)));
        }
    }

    boolean has(String word) {
        return words.contains(Folding.fold(word));
    }
}
