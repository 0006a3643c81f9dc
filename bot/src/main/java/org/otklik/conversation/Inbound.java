package org.otklik.conversation;

import java.time.Instant;
import java.util.Optional;
import org.otklik.channels.Press;
import org.otklik.i18n.Language;

/**
 * An inbound message as it was stored.
 *
 * @param text what was typed, without characters that can't be seen; may be empty
 * @param hint the language of the sender's device
 * @param sentAt when the sender sent it: relative dates are counted from here
 */
public record Inbound(
        long id,
        String text,
        Optional<Press> press,
        Optional<String> code,
        Optional<Language> hint,
        Instant sentAt,
        int attempts) {}
