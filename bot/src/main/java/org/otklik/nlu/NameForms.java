package org.otklik.nlu;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.grammar.Endings;
import org.otklik.nlu.grammar.Folding;

/**
 * All ways in which a stored name may be written: in every case, with short forms for full ones and the other way round, in either
 * order, in either alphabet. A message is matched by looking its words up, not by guessing their nominative: many forms
 * belong to the names of a man and of a woman alike, but only the stored one has to be found.
 */
public final class NameForms {
    private static final String NOT_LETTERS = "[^\\p{L}\\p{N}'\u2019]+";
    /** What stands before the key of a name that may be told apart from a word only by its quotation marks. */
    private static final String QUOTE = "\u00ab";

    private static final String QUOTES = "\u00ab\u201e\u201c\"";
    private static final Pattern QUOTED =
            Pattern.compile("[" + QUOTES + "]([^\u00bb\u201c\u201d\"]+)[\u00bb\u201c\u201d\"]");
    private static final int MAX_DECLINED = 3;
    /** Shorter transcriptions are words of their own too often. */
    private static final int SHORTEST_ALONE = 4;

    private final Declension declension = new Declension();
    private final Spelling spelling = new Spelling();
    private final Transcription transcription = new Transcription();
    private final NameEndings endings = new NameEndings();
    private final GivenNames givenNames = GivenNames.ofTables();
    private final RussianNames names = new RussianNames();
    private final Set<String> legalForms = words("organizations", "legal: ");
    private final Set<String> generic = words("organization-nouns", "");

    /** The key of a name or of some words of a text: what is the same in all spellings. Compare keys by equality. */
    public String fold(String name) {
        return String.join(" ", spelling.of(List.of(name.split(NOT_LETTERS))));
    }

    /** The keys under which a person can be meant; a name that is shared by many has them too. */
    public Set<String> ofPerson(PersonName name) {
        var given = name.of(Kind.GIVEN);
        var patronymic = name.of(Kind.PATRONYMIC);
        var family = name.of(Kind.FAMILY);
        var keys = new LinkedHashSet<String>();
        keys.add(fold(name.base()));
        for (var gender : genders(name)) {
            for (var in : GrammaticalCase.values()) {
                var families = forms(List.of(family), Kind.FAMILY, gender, in);
                var patronymics = forms(List.of(patronymic), Kind.PATRONYMIC, gender, in);
                var givens = forms(given.isEmpty() ? List.of() : givenNames.variants(given), Kind.GIVEN, gender, in);
                var fulls = forms(List.of(given), Kind.GIVEN, gender, in);
                addAll(keys, families);
                addAll(keys, givens);
                addAll(keys, givens, families);
                addAll(keys, families, givens);
                addAll(keys, fulls, patronymics);
                addAll(keys, fulls, patronymics, families);
                addAll(keys, families, fulls, patronymics);
                addInitials(keys, families, given, patronymic);
            }
        }
        endings.pluralForms(family).forEach(plural -> addAll(keys, List.of(fold(plural))));
        keys.addAll(transcribed(given, family));
        return keys;
    }

    /** The keys of a foreign name as it is written in Cyrillic; the family name alone only where it is no short word. */
    private Set<String> transcribed(String given, String family) {
        var keys = new LinkedHashSet<String>();
        var families = transcription.of(family);
        var givens = transcription.of(given);
        for (var gender : families.isEmpty() ? List.<Gender>of() : List.of(Gender.values())) {
            for (var in : GrammaticalCase.values()) {
                var familyForms = forms(families, Kind.FAMILY, gender, in);
                var givenForms = forms(givens, Kind.GIVEN, gender, in);
                addAll(keys, givenForms, familyForms);
                addAll(keys, familyForms, givenForms);
                addAll(
                        keys,
                        familyForms.stream()
                                .filter(form -> form.length() >= SHORTEST_ALONE)
                                .toList());
            }
        }
        return keys;
    }

    /** The keys under which a name typed in Latin letters may be stored in Cyrillic. */
    public Set<String> transcriptions(String typed) {
        var words = Arrays.stream(typed.split(NOT_LETTERS))
                .filter(word -> !word.isEmpty())
                .map(word -> transcription.of(word).stream().map(this::fold).toList())
                .toList();
        var keys = new LinkedHashSet<String>();
        if (words.size() <= MAX_DECLINED && words.stream().noneMatch(List::isEmpty)) {
            var rows = List.of("");
            for (var ways : words) {
                rows = rows.stream()
                        .flatMap(row -> ways.stream().map(way -> row.isEmpty() ? way : row + " " + way))
                        .toList();
            }
            rows.stream().filter(row -> row.length() >= SHORTEST_ALONE).forEach(keys::add);
        }
        return keys;
    }

    /** The keys of an organisation: its name in every case, with and without its legal form. */
    public Set<String> ofOrganization(String name) {
        var words = Arrays.stream(name.split(NOT_LETTERS))
                .filter(word -> !word.isEmpty())
                .toList();
        var bare = words.stream()
                .filter(word -> !legalForms.contains(Folding.fold(word)))
                .toList();
        var keys = new LinkedHashSet<String>();
        keys.add(fold(name));
        addAll(keys, List.of(fold(String.join(" ", bare))));
        shortened(bare).ifPresent(key -> addAll(keys, List.of(key)));
        addAll(keys, declined(bare));
        var quoted = quoted(name);
        Stream.concat(
                        quoted.isEmpty() ? Stream.<String>empty() : Stream.of(fold(String.join(" ", quoted))),
                        declined(quoted).stream())
                .forEach(key -> keys.add(QUOTE + key));
        return keys;
    }

    /** The key of a name in quotation marks, which is the name that a school or a fund has for itself. */
    public Optional<String> quotedKey(String typed) {
        return Optional.of(fold(typed))
                .filter(key -> !key.isEmpty() && QUOTES.indexOf(typed.charAt(0)) >= 0)
                .map(key -> QUOTE + key);
    }

    private static List<String> quoted(String name) {
        var quoted = QUOTED.matcher(name);
        return quoted.find() ? List.of(quoted.group(1).split(NOT_LETTERS)) : List.of();
    }

    /** The keys of a Russian name in all cases; none of a name that is not declined. */
    private List<String> declined(List<String> words) {
        boolean isDeclined = !words.isEmpty()
                && words.size() <= MAX_DECLINED
                && words.stream().allMatch(NameForms::isDeclined);
        return isDeclined
                ? Arrays.stream(GrammaticalCase.values())
                        .flatMap(in -> decline(words, in).stream())
                        .map(this::fold)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** "Bright Futures" for "Bright Futures Foundation": what stands beside the common noun, where it is a name by itself. */
    private Optional<String> shortened(List<String> bare) {
        var own = bare.stream()
                .filter(word -> !generic.contains(Folding.fold(word)))
                .toList();
        return own.size() > 1 && own.size() < bare.size() ? Optional.of(fold(String.join(" ", own))) : Optional.empty();
    }

    /** "Library no. 3" is declined like "library". */
    private static boolean isDeclined(String word) {
        return Declension.isCyrillic(word) || isNumber(word);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** All words in the case, in whatever ways they may be declined; in the accusative things keep the nominative. */
    private List<String> decline(List<String> words, GrammaticalCase in) {
        var rows = List.of("");
        for (var word : words) {
            var forms = new LinkedHashSet<>(isNumber(word) ? List.of(word) : endings.forms(word, in));
            if (in == GrammaticalCase.ACCUSATIVE) {
                forms.add(word);
            }
            if (in != GrammaticalCase.NOMINATIVE) {
                endings.withoutVowel(word).ifPresent(stem -> forms.addAll(endings.forms(stem, in)));
            }
            rows = rows.stream()
                    .flatMap(row -> forms.stream().map(form -> row + " " + form))
                    .toList();
        }
        return rows;
    }

    /** Both genders where the name does not show one. */
    private List<Gender> genders(PersonName name) {
        return names.gender(name).map(List::of).orElseGet(() -> List.of(Gender.values()));
    }

    private List<String> forms(Collection<String> parts, Kind kind, Gender gender, GrammaticalCase in) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .flatMap(part -> Stream.concat(
                        Stream.of(declension.inflect(part, kind, gender, in)),
                        kind == Kind.FAMILY ? endings.familyForms(part, gender, in).stream() : Stream.empty()))
                .map(this::fold)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    @SafeVarargs
    private static void addAll(Set<String> keys, List<String>... parts) {
        var rows = List.of("");
        for (var part : parts) {
            rows = rows.stream()
                    .flatMap(row -> part.stream().map(word -> row.isEmpty() ? word : row + " " + word))
                    .toList();
        }
        rows.stream().filter(row -> !row.isEmpty()).forEach(keys::add);
    }

    private void addInitials(Set<String> keys, List<String> families, String given, String patronymic) {
        var first = initial(given);
        var both = first.flatMap(letter -> initial(patronymic).map(other -> letter + " " + other));
        first.ifPresent(letter -> {
            addAll(keys, List.of(letter), families);
            addAll(keys, families, List.of(letter));
        });
        both.ifPresent(letters -> {
            addAll(keys, List.of(letters), families);
            addAll(keys, families, List.of(letters));
        });
    }

    private Optional<String> initial(String part) {
        return part.isEmpty()
                ? Optional.empty()
                : Optional.of(fold(part.substring(0, 1))).filter(key -> !key.isEmpty());
    }

    private static Set<String> words(String table, String head) {
        var forms = new LinkedHashSet<String>();
        for (var language : Language.values()) {
            WordTables.lines(language.code(), table).stream()
                    .filter(line -> line.startsWith(head) && !line.startsWith("#"))
                    .flatMap(line -> Endings.forms(line.substring(head.length())).stream())
                    .forEach(form -> forms.add(Folding.fold(form)));
        }
        return forms;
    }
}
