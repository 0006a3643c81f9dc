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
import java.util.Optional;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.PersonName.Kind;

/** Finds the nominative of Russian patronymics and family names by their endings. */
final class NameEndings {
    private static final String TABLE = "name-endings";
    private static final String TOGETHER = "together";
    /** Nouns that name organisations and nobody else. */
    private static final String THING = "thing";

    private static final int SHORTEST_STEM = 2;
    private static final int BESIDE_RANK = 1;
    private static final String FLEETING = "fleeting";
    private static final String DID = "did";
    /** Lines that only list letters. */
    private static final Set<String> LETTERS = Set.of("vowels", "signs");

    private final Map<String, List<Ending>> byText = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Map<String, List<String>> together = new LinkedHashMap<>();
    private final Map<String, String> fleeting = new LinkedHashMap<>();
    private final Map<String, String> letters = new HashMap<>();
    private final List<String> did = new ArrayList<>();
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
        if (head[0].equals(TOGETHER)) {
            together.put(forms[0], List.of(forms).subList(1, forms.length));
            return;
        }
        if (head[0].equals(FLEETING)) {
            fleeting.put(forms[0], forms[1]);
            return;
        }
        if (head[0].equals(DID)) {
            did.addAll(List.of(forms));
            return;
        }
        if (LETTERS.contains(head[0])) {
            letters.put(head[0], String.join("", forms));
            return;
        }
        var kind = head[0].equals("patronymic") ? Kind.PATRONYMIC : Kind.FAMILY;
        int rank = head[0].equals("beside") || head[0].equals(THING) ? BESIDE_RANK : 0;
        var cases = GrammaticalCase.values();
        for (int i = 0; i < cases.length; i++) {
            var text = letters(forms[i]);
            var ending = new Ending(kind, Gender.named(head[1]), cases[i], text, letters(forms[0]), rank);
            if (!head[0].equals(THING)) {
                byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(ending);
            }
            endings.add(ending);
        }
    }

    /** Whether a word ends as verbs do that tell what somebody did, and as family names seldom do. */
    boolean isLikeDeed(String word) {
        return did.stream().anyMatch(word.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static String letters(String ending) {
        return ending.equals("-") ? "" : ending;
    }

    /** The ways to read a Cyrillic word as a patronymic or a family name, the surest first. */
    List<NameReading> readings(String typed) {
        var parted = DoubleNames.isDouble(typed) ? DoubleNames.readings(typed, this::single) : List.<NameReading>of();
        return parted.isEmpty() ? single(typed) : parted;
    }

    private List<NameReading> single(String typed) {
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

    /** What all who bear a family name are called together, in every case. */
    List<String> pluralForms(String nominative) {
        var word = nominative.toLowerCase(Locale.ROOT);
        return together.entrySet().stream()
                .filter(ending -> word.endsWith(ending.getKey()))
                .flatMap(ending -> ending.getValue().stream()
                        .map(plural -> word.substring(
                                        0, word.length() - ending.getKey().length())
                                + plural))
                .toList();
    }

    private boolean isOf(String kind, int letter) {
        return letters.getOrDefault(kind, "").indexOf(letter) >= 0;
    }

    /** The stem of a noun that loses a vowel in all cases but the nominative, to be declined; empty for any other. */
    Optional<String> withoutVowel(String noun) {
        var word = noun.toLowerCase(Locale.ROOT);
        return fleeting.entrySet().stream()
                .filter(ending -> word.endsWith(ending.getKey())
                        && word.length() > ending.getKey().length())
                .filter(ending -> {
                    char before = word.charAt(word.length() - ending.getKey().length() - 1);
                    return Character.isLetter(before) && !isOf("vowels", before) && !isOf("signs", before);
                })
                .map(ending -> word.substring(0, word.length() - ending.getKey().length()) + ending.getValue())
                .findFirst();
    }

    /** The forms of a family name whose ending leaves no doubt how it is declined; one of a single syllable is declined as a noun. */
    Set<String> familyForms(String nominative, Gender gender, GrammaticalCase in) {
        var word = nominative.toLowerCase(Locale.ROOT);
        boolean isNoun = word.chars().filter(letter -> isOf("vowels", letter)).count() == 1;
        var forms = new LinkedHashSet<String>();
        for (var ending : endings) {
            int stem = word.length() - ending.nominative().length();
            boolean fits = ending.kind() == Kind.FAMILY
                    && (isNoun || ending.rank() < BESIDE_RANK)
                    && ending.in() == in
                    && ending.genders().contains(gender);
            if (fits && stem >= SHORTEST_STEM && word.endsWith(ending.nominative())) {
                forms.add(word.substring(0, stem) + ending.text());
            }
        }
        return forms;
    }
}
