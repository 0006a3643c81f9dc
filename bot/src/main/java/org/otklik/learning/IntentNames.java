package org.otklik.learning;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlu.Slip;
import org.otklik.nlu.grammar.Folding;

/** What people call the intents: by their names, by the end of them, or as buttons call them. */
public final class IntentNames {
    private static final int SHOWN = 3;

    private final List<String> names = Stream.concat(
                    new IntentCatalogue().names().stream(), Stream.of(Corpus.OUT_OF_SCOPE))
            .toList();
    private final Map<String, String> meanings = new LinkedHashMap<>();

    public IntentNames(Texts texts) {
        for (var name : names) {
            meanings.put(name, name);
            meanings.putIfAbsent(name.substring(name.indexOf('.') + 1).replace('_', ' '), name);
            for (var language : Language.values()) {
                meanings.putIfAbsent(fold(texts.say(language, label(name))), name);
            }
        }
    }

    /** All of them, in the order of the catalogue. */
    List<String> all() {
        return names;
    }

    /** What an intent is called on a button; one of an organisation's own by its name. */
    static Text label(String intent) {
        return Text.of(LearningText.INTENT)
                .with("name", intent.replace('.', '_'))
                .with("own", intent);
    }

    /** The intent that is called so. */
    public Optional<String> named(String words) {
        var said = fold(words);
        return Optional.ofNullable(meanings.get(said))
                .or(() -> Optional.of(said).filter(Reviews::isIntent));
    }

    /** Those whose names come nearest. */
    public List<String> nearest(String name) {
        var said = fold(name);
        return names.stream()
                .sorted(Comparator.comparingInt(known -> distance(said, known)))
                .limit(SHOWN)
                .toList();
    }

    /** The whole name, or its end alone, may have been meant. */
    private static int distance(String said, String known) {
        int whole = Slip.between(said, known);
        return Math.min(whole, Slip.between(said, known.substring(known.indexOf('.') + 1)) + 1);
    }

    private static String fold(String words) {
        return Folding.fold(words)
                .replaceAll("^[\\s\\p{P}\\p{S}]+|[\\s\\p{P}\\p{S}]+$", "")
                .replaceAll("\\s+", " ");
    }
}
