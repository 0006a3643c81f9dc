package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.PersonName.Kind;

/** Finds the nominative of Russian patronymics and family names by their endings. */
final class NameEndings {
    private static final String TABLE = "name-endings";
    private static final int SHORTEST_STEM = 2;
    private static final int BESIDE_RANK = 1;

    private final Map<String, List<Ending>> byText = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final int longest;

    private record Ending(
            Kind kind, Set<Gender> genders, GrammaticalCase in, String text, String nominative, int rank) {}

    private record Name(Kind kind, String base, Set<Gender> genders, int rank) {}

    NameEndings() {
        WordTables.lines(Language.RU.code(), TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::read);
        longest = byText.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private void read(String line) {
        int colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ");
        var forms = line.substring(colon + 2).split(" ");
        var kind = head[0].equals("patronymic") ? Kind.PATRONYMIC : Kind.FAMILY;
        int rank = head[0].equals("beside") ? BESIDE_RANK : 0;
        var cases = GrammaticalCase.values();
        for (int i = 0; i < cases.length; i++) {
            var text = letters(forms[i]);
            var ending = new Ending(kind, Gender.named(head[1]), cases[i], text, letters(forms[0]), rank);
            byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(ending);
            endings.add(ending);
        }
    }

    private static String letters(String ending) {
        return ending.equals("-") ? "" : ending;
    }

    /** The ways to read a Cyrillic word as a patronymic or a family name, the surest first. */
    List<NameReading> readings(String typed) {
        var word = typed.toLowerCase(Locale.ROOT);
        var names = new LinkedHashMap<Name, Set<GrammaticalCase>>();
        for (int length = Math.min(longest, word.length() - SHORTEST_STEM); length >= 0; length--) {
            int stem = word.length() - length;
            for (var ending : byText.getOrDefault(word.substring(stem), List.of())) {
                var base = NameCase.title(typed.substring(0, stem) + ending.nominative());
                names.computeIfAbsent(
                                new Name(ending.kind(), base, ending.genders(), ending.rank()),
                                _ -> EnumSet.noneOf(GrammaticalCase.class))
                        .add(ending.in());
            }
        }
        return names.entrySet().stream()
                .map(name -> new NameReading(
                        name.getKey().kind(),
                        name.getKey().base(),
                        name.getKey().genders(),
                        name.getValue(),
                        name.getKey().rank()))
                .sorted(Comparator.comparingInt(NameReading::rank))
                .toList();
    }

    /** The forms that a word may have in a case if it is declined like some name; the word itself where none fits. */
    Set<String> forms(String nominative, GrammaticalCase in) {
        var word = nominative.toLowerCase(Locale.ROOT);
        var forms = new LinkedHashSet<String>();
        for (var ending : endings) {
            int stem = word.length() - ending.nominative().length();
            if (ending.in() == in && stem >= SHORTEST_STEM && word.endsWith(ending.nominative())) {
                forms.add(word.substring(0, stem) + ending.text());
            }
        }
        return forms.isEmpty() ? Set.of(word) : forms;
    }

    /** The forms of a family name whose ending leaves no doubt how it is declined. */
    Set<String> familyForms(String nominative, Gender gender, GrammaticalCase in) {
        var word = nominative.toLowerCase(Locale.ROOT);
        var forms = new LinkedHashSet<String>();
        for (var ending : endings) {
            int stem = word.length() - ending.nominative().length();
            boolean fits = ending.kind() == Kind.FAMILY
                    && ending.rank() < BESIDE_RANK
                    && ending.in() == in
                    && ending.genders().contains(gender);
            if (fits && stem >= SHORTEST_STEM && word.endsWith(ending.nominative())) {
                forms.add(word.substring(0, stem) + ending.text());
            }
        }
        return forms;
    }
}
