package org.otklik.mailings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Consents.Purpose;
import org.otklik.links.Seal;

/**
 * Links in mailings that end them (RFC 8058): each is of one reader and of one kind of mailing, works without a login and again and again,
 * and can't be guessed. Safe for threads.
 */
public final class UnsubscribeLinks {
    static final String PATH = "/unsubscribe/";
    private static final Set<Purpose> MAILINGS =
            Set.of(Purpose.NEWSLETTER, Purpose.APPEALS, Purpose.SURVEYS, Purpose.ALL_MAILINGS);

    private final Seal seal;
    private final String publicUrl;

    /** @param publicUrl where the bot's own pages are, without a slash at the end */
    public UnsubscribeLinks(Seal seal, String publicUrl) {
        this.seal = seal;
        this.publicUrl = publicUrl;
    }

    /** That of a mailing to a contact. */
    public URI of(long contactId, Purpose kind) {
        return URI.create(publicUrl + PATH + word(kind) + "/" + seal.token(use(kind), contactId));
    }

    /** Whose mailings of a kind a link ends; empty for one that we have not made. */
    Optional<Long> contact(Purpose kind, String token) {
        return seal.open(use(kind), token)
                .filter(numbers -> numbers.length == 1)
                .map(numbers -> numbers[0]);
    }

    static Optional<Purpose> kind(String word) {
        return MAILINGS.stream().filter(kind -> word(kind).equals(word)).findFirst();
    }

    static String word(Purpose kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String use(Purpose kind) {
        return "unsubscribe " + word(kind);
    }
}
