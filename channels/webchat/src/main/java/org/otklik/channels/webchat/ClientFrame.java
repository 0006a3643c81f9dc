package org.otklik.channels.webchat;

import java.util.Optional;
import org.otklik.i18n.Language;

/** What a widget says to the server. */
sealed interface ClientFrame {
    /**
     * The first frame of a connection.
     *
     * @param token the session to go on with; without one a new session is opened
     * @param lastSeen the number of the newest reply that the widget holds; 0 when it holds none
     */
    record Hello(Optional<String> token, long lastSeen, Optional<Language> language) implements ClientFrame {}

    /** A frame that becomes a message and is answered by an ack or a nack with the same id. */
    sealed interface Submission extends ClientFrame {
        /** The widget's own id: the same each time the same message is sent again. */
        String id();
    }

    record Say(String id, String text) implements Submission {}

    /** @param message the reply that offered the button */
    record PressButton(String id, long message, int button) implements Submission {}

    /** @param code the one-time code of the link by which the visitor came */
    record Code(String id, String code) implements Submission {}

    /** @param message the newest reply that the visitor has looked at */
    record Seen(long message) implements ClientFrame {}

    /** The answer to a ping. */
    record Pong() implements ClientFrame {}

    /** No frame of the protocol. */
    record Unreadable() implements ClientFrame {}
}
