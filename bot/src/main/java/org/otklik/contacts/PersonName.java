package org.otklik.contacts;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.PersonName.Part;
import org.otklik.nlu.RussianNames;

/** The parts of a person's name, as the person writes them. At least one is present. */
public record PersonName(Optional<String> given, Optional<String> patronymic, Optional<String> family) {
    private static final RussianNames NAMES = new RussianNames();

    /**
     * A name as it is written on a line: the last word is the family name, a middle one the patronymic. Where a patronymic is the last,
     * the family name stands first, or is not told.
     */
    public static PersonName parse(String line) {
        var words = line.strip().split("\\s+", 3);
        var first = Optional.of(words[0]);
        if (words.length == 1) {
            return new PersonName(first, Optional.empty(), Optional.empty());
        }
        var last = Optional.of(words[words.length - 1]);
        boolean isPatronymic = last.filter(NAMES::isPatronymic).isPresent();
        if (words.length == 2) {
            return isPatronymic
                    ? new PersonName(first, last, Optional.empty())
                    : new PersonName(first, Optional.empty(), last);
        }
        var middle = Optional.of(words[1]);
        return isPatronymic ? new PersonName(middle, last, first) : new PersonName(first, middle, last);
    }

    /** A name as it was said. */
    public static PersonName of(org.otklik.nlu.PersonName said) {
        return new PersonName(part(said, Kind.GIVEN), part(said, Kind.PATRONYMIC), part(said, Kind.FAMILY));
    }

    private static Optional<String> part(org.otklik.nlu.PersonName said, Kind kind) {
        return Optional.of(said.of(kind)).filter(text -> !text.isEmpty());
    }

    /** The name as understanding has it. */
    public org.otklik.nlu.PersonName said() {
        return new org.otklik.nlu.PersonName(Stream.of(
                        given.map(text -> new Part(Kind.GIVEN, text)),
                        patronymic.map(text -> new Part(Kind.PATRONYMIC, text)),
                        family.map(text -> new Part(Kind.FAMILY, text)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The whole name in the order in which it is said: given name, patronymic, family name. */
    public String full() {
        return Stream.of(given, patronymic, family).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }
}
