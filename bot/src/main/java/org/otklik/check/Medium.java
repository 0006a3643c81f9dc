package org.otklik.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.otklik.channels.Capabilities;

/**
 * The channels that scripts can speak over, and what each can carry. Replies are recorded and reach everybody at once, so nobody
 * has to be connected.
 */
enum Medium {
    TELEGRAM,
    WEBCHAT,
    EMAIL;

    /** The channel's name in addresses and in scripts. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Capabilities capabilities() {
        return switch (this) {
            case TELEGRAM -> new Capabilities(true, true, false, 4_096, true);
            case WEBCHAT -> new Capabilities(true, true, false, 8_000, false);
            case EMAIL -> new Capabilities(false, false, false, 1_000_000, false);
        };
    }

    static Optional<Medium> of(String code) {
        return Arrays.stream(values())
                .filter(medium -> medium.code().equals(code))
                .findFirst();
    }
}
