package org.otklik.channels.email;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.channels.email.mime.Headers;

/**
 * The mailbox that mails come into.
 *
 * @param address in lower case; empty when none is configured
 * @param addresses all that deliver into it, in lower case
 * @param authservId the name of the server whose Authentication-Results are believed
 */
record OwnMailbox(String address, Set<String> addresses, Optional<String> authservId) {
    /** What the mail server says goes before what the sender wrote. */
    private static final List<String> RECIPIENTS = List.of("delivered-to", "x-original-to", "to", "cc");

    private static final Pattern TOKEN =
            Pattern.compile("([^\\s<>\",;:+@]{1,64})\\+([a-z0-9]{1,64})(@[a-z0-9.-]{1,253})");

    static OwnMailbox of(EmailSettings settings) {
        var address = settings.address().map(OwnMailbox::lowerCase).orElse("");
        var all = new HashSet<String>();
        settings.address().map(OwnMailbox::lowerCase).ifPresent(all::add);
        settings.aliases().orElse(List.of()).stream().map(OwnMailbox::lowerCase).forEach(all::add);
        return new OwnMailbox(address, Set.copyOf(all), settings.authservId());
    }

    /** With or without a token behind a plus sign. */
    boolean has(String other) {
        var address = lowerCase(other);
        return addresses.contains(address)
                || addresses.contains(TOKEN.matcher(address).replaceFirst("$1$3"));
    }

    /** What stands behind a plus sign in the first address of ours that a mail went to. */
    Optional<String> token(Headers headers) {
        return RECIPIENTS.stream()
                .flatMap(name -> headers.all(name).stream())
                .map(OwnMailbox::lowerCase)
                .flatMap(field -> TOKEN.matcher(field).results())
                .filter(found -> addresses.contains(found.group(1) + found.group(3)))
                .map(found -> found.group(2))
                .findFirst();
    }

    static String lowerCase(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
