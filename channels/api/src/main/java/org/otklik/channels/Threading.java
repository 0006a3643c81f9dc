package org.otklik.channels;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a letter belongs among others (RFC 5322 §3.6.4). Channels whose conversations are one thread pass it over.
 *
 * @param subject as it is to be shown, with its "Re:"
 * @param inReplyTo the Message-ID of the letter that it answers, without angle brackets
 * @param references the Message-IDs of the thread before it, oldest first
 * @param replyTo what stands behind a plus sign in the address that an answer goes to, by which the thread is known again
 * @param unsubscribe the page that ends by one click the mailing that the letter is one of (RFC 8058); empty for what is no mailing
 */
public record Threading(
        String subject,
        Optional<String> inReplyTo,
        List<String> references,
        Optional<String> replyTo,
        Optional<URI> unsubscribe) {
    public Threading {
        references = List.copyOf(references);
    }

    /** Before it is known by which address the thread is answered. */
    public Threading(String subject, Optional<String> inReplyTo, List<String> references) {
        this(subject, inReplyTo, references, Optional.empty(), Optional.empty());
    }

    public Threading answeredTo(String token) {
        return new Threading(subject, inReplyTo, references, Optional.of(token), unsubscribe);
    }

    public Threading about(String another) {
        return new Threading(another, inReplyTo, references, replyTo, unsubscribe);
    }

    /** As one of a mailing. */
    public Threading endedBy(URI page) {
        return new Threading(subject, inReplyTo, references, replyTo, Optional.of(page));
    }
}
