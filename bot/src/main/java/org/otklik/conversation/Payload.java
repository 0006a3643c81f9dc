package org.otklik.conversation;

import java.util.List;
import java.util.Optional;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Press;
import org.otklik.i18n.Language;

/** What the column {@code message.payload} holds, besides the body. */
public sealed interface Payload {
    /** Of an inbound message. */
    record Received(Optional<Press> press, Optional<String> code, Optional<Language> hint) implements Payload {}

    /** Of an outbound one. */
    record Said(List<Choice> choices, Author author) implements Payload {
        public Said {
            choices = List.copyOf(choices);
        }
    }
}
