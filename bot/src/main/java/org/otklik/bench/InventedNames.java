package org.otklik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.otklik.contacts.PersonName;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/**
 * Names of people whom nobody knows: given names of the tables, patronymics and family names made of them and of usual endings.
 * As in life a few given names are frequent and most family names rare. The same seed gives the same people.
 */
final class InventedNames {
    private static final int SHORTEST_STEM = 4;
    private static final int SYLLABLE = 3;

    private final Random random;
    private final List<String> men = new ArrayList<>();
    private final List<String> women = new ArrayList<>();
    private final List<String> stems = new ArrayList<>();
    private final List<Endings> patronymics = new ArrayList<>();
    private final List<Endings> families = new ArrayList<>();

    /** The ending of a man's name and that of a woman's. */
    private record Endings(String male, String female) {}

    InventedNames(long seed) {
        random = new Random(seed);
        for (var line : lines("given-names")) {
            var words = line.substring(0, Math.max(0, line.indexOf(':'))).split(" ");
            if (words.length == 2) {
                (words[0].equals("male") ? men : women).add(words[1]);
            }
        }
        men.stream()
                .filter(name -> name.length() >= SHORTEST_STEM && Character.isLetter(last(name)))
                .filter(name -> isConsonant(last(name)))
                .forEach(stems::add);
        pair("patronymic", patronymics);
        pair("family", families);
    }

    private static List<String> lines(String table) {
        return WordTables.lines(Language.RU.code(), table).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The first endings of the table for men and for women belong together, as do the second, and so on. */
    private static void pair(String kind, List<Endings> into) {
        var male = nominatives(kind + " male: ");
        var female = nominatives(kind + " female: ");
        for (var ending : male) {
            female.stream()
                    .filter(other -> other.equals(
                            ending + female.getFirst().charAt(female.getFirst().length() - 1)))
                    .findFirst()
                    .ifPresent(other -> into.add(new Endings(ending, other)));
        }
        if (into.isEmpty()) {
            into.add(new Endings(male.getFirst(), female.getFirst()));
        }
    }

    private static List<String> nominatives(String head) {
        return lines("name-endings").stream()
                .filter(line -> line.startsWith(head))
                .map(line -> line.substring(head.length()).split(" ")[0])
                .toList();
    }

    private static char last(String name) {
        return name.charAt(name.length() - 1);
    }

    private static boolean isConsonant(char letter) {
        var marks = lines("name-endings").stream()
                .filter(line -> line.startsWith("vowels: ") || line.startsWith("signs: "))
                .toList();
        return marks.stream().noneMatch(line -> line.indexOf(letter, line.indexOf(':')) >= 0);
    }

    PersonName next() {
        boolean isMan = random.nextBoolean();
        var given = frequent(isMan ? men : women);
        var patronymic = patronymics.get(random.nextInt(patronymics.size()));
        var family = families.get(random.nextInt(families.size()));
        return new PersonName(
                Optional.of(given),
                Optional.of(frequent(stems) + (isMan ? patronymic.male() : patronymic.female())),
                Optional.of(stem() + (isMan ? family.male() : family.female())));
    }

    /** The beginning of one name and the end of another, which is seldom the same twice. */
    private String stem() {
        var first = stems.get(random.nextInt(stems.size()));
        var second = stems.get(random.nextInt(stems.size())).toLowerCase(Locale.ROOT);
        return first.substring(0, SYLLABLE) + second.substring(second.length() - SYLLABLE);
    }

    /** The nearer to the beginning of the list, the more frequent. */
    private String frequent(List<String> names) {
        double share = random.nextDouble();
        return names.get((int) (share * share * names.size()));
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }
}
