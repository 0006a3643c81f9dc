package org.otklik.nlu;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person's name in the nominative, its parts in the order in which they were said.
 *
 * @param parts one at least
 */
public record PersonName(List<Part> parts) {
    /** A part of a name. */
    public record Part(Kind kind, String text) {}

    /** What a part of a name is. */
    public enum Kind {
        GIVEN,
        PATRONYMIC,
        FAMILY
    }

    public PersonName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name without parts");
        }
    }

    /**
     * A name from its stored parts, in the order given, patronymic, family; a part may be blank, but not all.
     */
    public static PersonName of(String given, String patronymic, String family) {
        return new PersonName(Stream.of(
                        new Part(Kind.GIVEN, given),
                        new Part(Kind.PATRONYMIC, patronymic),
                        new Part(Kind.FAMILY, family))
                .filter(part -> !part.text().isBlank())
                .toList());
    }

    /** The whole name, as it should be stored. */
    public String base() {
        return String.join(" ", parts.stream().map(Part::text).toList());
    }

    /** The parts of a kind as one text; empty where the name has none. */
    public String of(Kind kind) {
        return String.join(
                " ",
                parts.stream()
                        .filter(part -> part.kind() == kind)
                        .map(Part::text)
                        .toList());
    }
}
