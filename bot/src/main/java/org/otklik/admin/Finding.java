package org.otklik.admin;

import java.util.Optional;
import org.otklik.i18n.Text;

/**
 * What one check found.
 *
 * @param name what was looked at, as the {@code doctor} command prints it
 * @param remedy what to do; empty when nothing has to be done
 */
public record Finding(String name, boolean ok, Text says, Optional<Text> remedy) {
    static Finding good(String name, Text says) {
        return new Finding(name, true, says, Optional.empty());
    }

    static Finding bad(String name, Text says, Text remedy) {
        return new Finding(name, false, says, Optional.of(remedy));
    }
}
