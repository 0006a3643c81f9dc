package org.otklik.contacts;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.PersonName.Part;

/** The parts of a person's name, as the person writes them. At least one is present. */
public record PersonName(Optional<String> given, Optional<String> patronymic, Optional<String> family) {
    /** A name as it is written on a line: the last word is the family name, a middle one the patronymic. */
    public static PersonName parse(String line) {
        var words = line.strip().split("\\s+", 3);
        return switch (words.length) {
            case 1 -> new PersonName(Optional.of(words[0]), Optional.empty(), Optional.empty());
            case 2 -> new PersonName(Optional.of(words[0]), Optional.empty(), Optional.of(words[1]));
            default -> new PersonName(Optional.of(words[0]), Optional.of(words[1]), Optional.of(words[2]));
        };
    }

    /** A name as it was said. */
    public static PersonName of(org.otklik.nlu.PersonName said) {
        return new PersonName(part(said, Kind.GIVEN), part(said, Kind.PATRONYMIC), part(said, Kind.FAMILY));
    }

    private static Optional<String> part(org.otklik.nlu.PersonName said, Kind kind) {
        return Optional.of(said.of(kind)).filter(text -> !text.isEmpty());
    }

    /** The name as understanding has it. */
    org.otklik.nlu.PersonName said() {
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
