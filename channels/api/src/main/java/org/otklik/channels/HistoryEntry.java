package org.otklik.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of the past, for a client that resumes.
 *
 * @param id the row's number, rising within a conversation
 * @param author who of the organisation wrote it; empty for the other side's own message
 * @param externalId the source's id of an inbound message; empty for an outbound one
 * @param text what was written; empty for a press
 * @param buttons the choices that an outbound message offered
 * @param press the button that an inbound message pressed
 */
public record HistoryEntry(
        long id,
        Optional<OutboundMessage.Author> author,
        String externalId,
        String text,
        List<Button> buttons,
        Optional<Press> press,
        Instant at) {
    public HistoryEntry {
        buttons = List.copyOf(buttons);
    }
}
