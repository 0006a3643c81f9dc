package org.otklik.channels.email.incoming;

import java.util.Optional;

/**
 * How far a folder has been taken in.
 *
 * @param validity the folder's UIDVALIDITY: numbers from under another one mean nothing any more (RFC 9051 §2.3.1.1)
 * @param uid the mail up to which nothing is left to do
 */
record HighWater(long validity, long uid) {
    static Optional<HighWater> parse(String written) {
        var numbers = written.split(" ", 2);
        try {
            return numbers.length == 2
                    ? Optional.of(new HighWater(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String written() {
        return validity + " " + uid;
    }
}
