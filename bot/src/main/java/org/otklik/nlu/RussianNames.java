package org.otklik.nlu;

import java.util.Optional;
import org.otklik.nlu.PersonName.Kind;

/** Declines people's names for texts: "a letter from Anna" wants her name in the genitive in Russian. Safe for threads. */
public final class RussianNames {
    private final Declension declension = new Declension();
    private final GivenNames givenNames = GivenNames.ofTables();
    private final NameEndings endings = new NameEndings();

    /** The name in a case. Parts in other letters than Cyrillic stay, as does all of it where the gender can't be told. */
    public String inflect(PersonName name, GrammaticalCase to) {
        var gender = gender(name);
        return gender.map(known -> String.join(
                        " ",
                        name.parts().stream()
                                .map(part -> declension.inflect(part.text(), part.kind(), known, to))
                                .toList()))
                .orElseGet(name::base);
    }

    /** The gender that a name shows: by the patronymic, else the given name, else the ending of the family name. */
    public Optional<Gender> gender(PersonName name) {
        return byEnding(name.of(Kind.PATRONYMIC), Kind.PATRONYMIC)
                .or(() -> givenNames.gender(name.of(Kind.GIVEN)))
                .or(() -> byEnding(name.of(Kind.FAMILY), Kind.FAMILY));
    }

    /** Whether a word is a patronymic in the nominative by its ending, as some family names are, too. */
    public boolean isPatronymic(String word) {
        return byEnding(word, Kind.PATRONYMIC).isPresent();
    }

    private Optional<Gender> byEnding(String part, Kind kind) {
        return endings.readings(part).stream()
                .filter(reading -> reading.kind() == kind
                        && reading.rank() == 0
                        && reading.genders().size() == 1
                        && reading.cases().contains(GrammaticalCase.NOMINATIVE))
                .map(reading -> reading.genders().iterator().next())
                .findFirst();
    }
}
