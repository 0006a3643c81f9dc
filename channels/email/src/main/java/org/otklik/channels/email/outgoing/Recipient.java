package org.otklik.channels.email.outgoing;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail can go to: one addr-spec (RFC 5321 §4.1.2, RFC 6531), with no character that could end the command it
 * stands in.
 *
 * @param address with the domain as it is asked for in the DNS
 */
record Recipient(String address) {
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final Pattern LOCAL_PART =
            Pattern.compile("(?U)[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    /** Empty for what is no address, or more than one. */
    static Optional<Recipient> of(String written) {
        int at = written.indexOf('@');
        if (at < 1 || at != written.lastIndexOf('@') || written.length() > LONGEST) {
            return Optional.empty();
        }
        var local = written.substring(0, at);
        var domain = new StringBuilder();
        var found = new IDNA.Info();
        DOMAINS.nameToASCII(written.substring(at + 1), domain, found);
        boolean isWhole = !found.hasErrors()
                && DOMAIN.matcher(domain).matches()
                && LOCAL_PART.matcher(local).matches()
                && bytes(local) <= LONGEST_LOCAL_PART
                && bytes(local) + 1 + domain.length() <= LONGEST;
        return isWhole ? Optional.of(new Recipient(local + "@" + domain)) : Optional.empty();
    }

    /** Whether only a server that knows RFC 6531 can carry it. */
    boolean needsUtf8() {
        return address.chars().anyMatch(c -> c > 127);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The address of a mailbox that takes in what is behind a plus as well (RFC 5233). */
    String tagged(String token) {
        int at = address.indexOf('@');
        return address.substring(0, at) + "+" + token + address.substring(at);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
