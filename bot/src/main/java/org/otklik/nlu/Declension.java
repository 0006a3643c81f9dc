package org.otklik.nlu;

import com.github.petrovich4j.Case;
import com.github.petrovich4j.NameType;
import com.github.petrovich4j.Petrovich;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.otklik.nlu.PersonName.Kind;

/** Declines a part of a Russian name, given its gender. */
final class Declension {
    private final Petrovich petrovich = new Petrovich();

    /** Parts that a hyphen joins are declined each; what is not in Cyrillic stays as it is. */
    String inflect(String part, Kind kind, Gender gender, GrammaticalCase to) {
        if (to == GrammaticalCase.NOMINATIVE || part.isEmpty() || !isCyrillic(part)) {
            return part;
        }
        return Arrays.stream(part.split("-"))
                .map(word -> word.length() < 2 ? word : petrovich.say(word, type(kind), gender(gender), caseOf(to)))
                .collect(Collectors.joining("-"));
    }

    static boolean isCyrillic(String part) {
        return Character.UnicodeScript.of(part.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    private static NameType type(Kind kind) {
        return switch (kind) {
            case GIVEN -> NameType.FirstName;
            case PATRONYMIC -> NameType.PatronymicName;
            case FAMILY -> NameType.LastName;
        };
    }

    private static com.github.petrovich4j.Gender gender(Gender gender) {
        return switch (gender) {
            case MALE -> com.github.petrovich4j.Gender.Male;
            case FEMALE -> com.github.petrovich4j.Gender.Female;
        };
    }

    private static Case caseOf(GrammaticalCase to) {
        return switch (to) {
            case NOMINATIVE -> throw new IllegalArgumentException("the nominative is the name itself");
            case GENITIVE -> Case.Genitive;
            case DATIVE -> Case.Dative;
            case ACCUSATIVE -> Case.Accusative;
            case INSTRUMENTAL -> Case.Instrumental;
            case PREPOSITIONAL -> Case.Prepositional;
        };
    }
}
