package org.otklik.channels;

import java.util.List;
import java.util.Optional;

/**
 * Where a letter belongs among others (RFC 5322 §3.6.4). Channels whose conversations are one thread pass it over.
 *
 * @param subject as it is to be shown, with its "Re:"
 * @param inReplyTo the Message-ID of the letter that it answers, without angle brackets
 * @param references the Message-IDs of the thread before it, oldest first
 */
public record Threading(String subject, Optional<String> inReplyTo, List<String> references) {
    public Threading {
        references = List.copyOf(references);
    }
}
