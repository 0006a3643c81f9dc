package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
import org.otklik.nlu.grammar.Folding;

/**
 * The given names of the tables in all their cases, with their genders and short forms. There are so many that a program has them
 * once. Safe for threads.
 */
final class GivenNames {
    private static final String TABLE = "given-names";
    private static final String COMMON = "common";
    /** Shorter names sound like too many other words. */
    private static final int SHORTEST_SOUND = 4;

    private static final char YO = '\u0451';
    private static final char YE = '\u0435';

    private final Declension declension = new Declension();
    private final Map<String, List<Form>> forms = new HashMap<>();
    private final Map<String, Set<String>> related = new HashMap<>();
    private final Map<String, Set<Gender>> genders = new HashMap<>();
    private final Set<String> common = new HashSet<>();
    private final Set<String> sounds = new HashSet<>();
    private final Spelling spelling = new Spelling();

    private record Form(String text, String base, Gender gender, Set<GrammaticalCase> cases) {}

    private static final class Shared {
        private static final GivenNames NAMES = new GivenNames();
    }

    static GivenNames ofTables() {
        return Shared.NAMES;
    }

    private GivenNames() {
        for (var language : Language.values()) {
            for (var line : WordTables.lines(language.code(), TABLE)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line);
                }
            }
        }
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        var head = line.substring(0, colon).split(" ");
        var names = Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (head[0].equals(COMMON)) {
            names.forEach(name -> common.add(name.toLowerCase(Locale.ROOT)));
            return;
        }
        var gender = Gender.named(head[0]).iterator().next();
        names.forEach(name -> add(name, gender));
        if (head.length > 1) {
            add(head[1], gender);
            names.forEach(name -> relate(head[1], name));
        }
    }

    private void add(String name, Gender gender) {
        if (!genders.computeIfAbsent(Folding.fold(name), _ -> EnumSet.noneOf(Gender.class))
                .add(gender)) {
            return;
        }
        if (name.length() >= SHORTEST_SOUND) {
            sounds.add(spelling.of(name));
        }
        Map<String, Set<GrammaticalCase>> inflected = new LinkedHashMap<>();
        for (var in : GrammaticalCase.values()) {
            inflected
                    .computeIfAbsent(
                            declension.inflect(name, Kind.GIVEN, gender, in),
                            _ -> EnumSet.noneOf(GrammaticalCase.class))
                    .add(in);
        }
        inflected.forEach((text, cases) -> forms.computeIfAbsent(Folding.fold(text), _ -> new ArrayList<>(1))
                .add(new Form(text, name, gender, cases)));
    }

    private void relate(String full, String shortened) {
        related.computeIfAbsent(Folding.fold(full), _ -> new LinkedHashSet<>()).add(shortened);
        related.computeIfAbsent(Folding.fold(shortened), _ -> new LinkedHashSet<>())
                .add(full);
    }

    /** The ways to read a word as a given name; empty if it is none of the tables. */
    List<NameReading> readings(String typed) {
        return DoubleNames.isDouble(typed) ? DoubleNames.readings(typed, this::single) : single(typed);
    }

    private List<NameReading> single(String typed) {
        var readings = new ArrayList<NameReading>();
        for (var form : likeliestFirst(typed)) {
            int same = find(readings, form);
            if (same < 0) {
                readings.add(new NameReading(Kind.GIVEN, base(form, typed), Set.of(form.gender()), form.cases(), 0));
            } else {
                var cases = EnumSet.copyOf(form.cases());
                cases.addAll(readings.get(same).cases());
                readings.set(
                        same, new NameReading(Kind.GIVEN, readings.get(same).base(), Set.of(form.gender()), cases, 0));
            }
        }
        return readings;
    }

    /** Of two names the one is likelier that needs no letter to be read otherwise than typed. */
    private List<Form> likeliestFirst(String typed) {
        return forms.getOrDefault(Folding.fold(typed), List.of()).stream()
                .sorted(Comparator.comparing(form -> form.text().indexOf(YO) >= 0 && typed.indexOf(YO) < 0))
                .toList();
    }

    /** Readings of the same name that differ in nothing but the case are one. */
    private static int find(List<NameReading> readings, Form form) {
        for (int i = 0; i < readings.size(); i++) {
            boolean isSame = Folding.fold(readings.get(i).base()).equals(Folding.fold(form.base()))
                    && readings.get(i).genders().contains(form.gender());
            if (isSame) {
                return i;
            }
        }
        return -1;
    }

    /** Who types ye for yo gets ye back; but a yo that the case had turned into ye comes back. */
    private static String base(Form form, String typed) {
        if (Folding.fold(form.base()).equals(Folding.fold(typed))) {
            return NameCase.title(typed);
        }
        boolean isPlain = form.text().indexOf(YO) >= 0 && typed.indexOf(YO) < 0;
        return isPlain ? form.base().replace(YO, YE) : form.base();
    }

    /** Whether a word is a name of the tables in some case. */
    boolean isForm(String typed) {
        return forms.containsKey(Folding.fold(typed))
                || (DoubleNames.isDouble(typed) && !readings(typed).isEmpty());
    }

    /** Whether this form of a name is another word as well; who types yo says which of two words is meant. */
    boolean isCommon(String typed) {
        return common.contains(typed.toLowerCase(Locale.ROOT));
    }

    /** Whether it is a name of the tables. */
    boolean has(String name) {
        return genders.containsKey(Folding.fold(name));
    }

    /** Whether it sounds like a name of the tables that is written in the other alphabet. */
    boolean sounds(String name) {
        return name.length() >= SHORTEST_SOUND && name.indexOf('\'') < 0 && sounds.contains(spelling.of(name));
    }

    /** The gender of a name, where all who bear it are of one. */
    Optional<Gender> gender(String name) {
        var found = genders.getOrDefault(Folding.fold(name), Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    Set<Gender> genders(String name) {
        return genders.getOrDefault(Folding.fold(name), EnumSet.allOf(Gender.class));
    }

    /** The name with its short forms, or with the full names that it may be short for and theirs. */
    Set<String> variants(String name) {
        var variants = new LinkedHashSet<String>();
        variants.add(name);
        for (var other : related.getOrDefault(Folding.fold(name), Set.of())) {
            variants.add(other);
            variants.addAll(related.getOrDefault(Folding.fold(other), Set.of()));
        }
        return variants;
    }
}
