package org.otklik.channels.email;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The mailbox that mails come into.
 *
 * @param address in lower case; empty when none is configured
 * @param addresses all that deliver into it, in lower case
 * @param authservId the name of the server whose Authentication-Results are believed
 */
record OwnMailbox(String address, Set<String> addresses, Optional<String> authservId) {
    static OwnMailbox of(EmailSettings settings) {
        var address = settings.address().map(OwnMailbox::lowerCase).orElse("");
        var all = new HashSet<String>();
        settings.address().map(OwnMailbox::lowerCase).ifPresent(all::add);
        settings.aliases().orElse(List.of()).stream().map(OwnMailbox::lowerCase).forEach(all::add);
        return new OwnMailbox(address, Set.copyOf(all), settings.authservId());
    }

    boolean has(String other) {
        return addresses.contains(lowerCase(other));
    }

    static String lowerCase(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
