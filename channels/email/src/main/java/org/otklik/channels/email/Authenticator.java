package org.otklik.channels.email;

import java.util.List;
import java.util.Optional;
import org.otklik.channels.Letter.Authentication;
import org.otklik.channels.email.mime.Headers;
import org.otklik.channels.email.mime.Mailbox;

/**
 * Whether the address in From is the sender's own: the organisation's mail server says so, or the domain of the address signed the mail.
 * Before that, the header must be one that every program reads in the same way.
 */
final class Authenticator {
    /** Signatures cover the last one of these only, and programs show the first (RFC 6376 §8.15). */
    static final List<String> ONCE = List.of(
            "from",
            "sender",
            "subject",
            "date",
            "to",
            "cc",
            "message-id",
            "reply-to",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    private final Optional<String> server;
    private final Optional<Dkim> dkim;

    /**
     * @param server whose Authentication-Results are believed
     * @param dkim what asks for the keys of signatures; empty where nothing may be asked
     */
    Authenticator(Optional<String> server, Optional<Dkim> dkim) {
        this.server = server;
        this.dkim = dkim;
    }

    Authentication judge(Headers headers, byte[] raw) {
        if (headers.isCrowded() || ONCE.stream().anyMatch(name -> headers.count(name) > 1)) {
            return Authentication.FAILED;
        }
        var address = headers.raw("from").flatMap(Mailbox::strict);
        if (address.isEmpty()) {
            return Authentication.FAILED;
        }
        var author = MailDomain.of(address.get());
        var told = server.flatMap(name -> AuthenticationResults.by(name, headers))
                .map(results -> results.about(author))
                .orElse(Authentication.NONE);
        boolean signed = told != Authentication.PASSED
                && headers.has("dkim-signature")
                && dkim.filter(signatures -> signatures.proves(raw, author)).isPresent();
        return signed ? Authentication.PASSED : told;
    }
}
