package org.otklik.check;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One conversation, as somebody who works at a nonprofit wrote it down.
 *
 * @param fixture the records that it begins with
 * @param now the clock at the first turn
 * @param speaker who speaks first: a key of the fixture or a stranger
 */
record Script(
        Path file, String title, Path fixture, OffsetDateTime now, Medium channel, String speaker, List<Step> steps) {
    Script {
        steps = List.copyOf(steps);
    }

    /**
     * One turn of it.
     *
     * @param number from 1
     * @param as who speaks from here on
     * @param channel over what
     * @param deed what is done; without one, only what the turn before has brought is looked at
     */
    record Step(
            int number,
            int line,
            Optional<String> as,
            Optional<Medium> channel,
            Circumstances circumstances,
            Optional<Deed> deed,
            Expected expected) {}

    /**
     * How something is said.
     *
     * @param subject of a letter
     * @param group the group that it is written in
     * @param repliesTo the turn whose answer it answers
     * @param sent when it was sent, where it arrives later
     */
    record Circumstances(
            Optional<String> subject, Optional<String> group, OptionalInt repliesTo, Optional<OffsetDateTime> sent) {}
}
