package org.otklik.channels.email.reply;

import java.util.Optional;

/**
 * A mail taken apart.
 *
 * @param text what its sender newly wrote
 * @param quote what it repeats of earlier mails
 * @param passedOn the earlier mail, where the mail program put that mail's header before it
 */
public record Reply(String text, String quote, Optional<Earlier> passedOn) {
    /**
     * An earlier mail inside of a mail.
     *
     * @param isForward whether it is said to be forwarded, in words
     * @param from as the header there tells it: a name, an address, or both; may be empty
     * @param date as written there, in whatever language
     */
    public record Earlier(boolean isForward, String from, String date, String subject, String text) {}
}
