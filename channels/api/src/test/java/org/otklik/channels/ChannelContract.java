package org.otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The behaviour that every channel must show. A channel's test implements it, and drives the channel by its real wire. */
public interface ChannelContract {
    /** The person at the other end of the wire, and the host behind the channel. */
    interface Wire {
        RecordingHost host();

        Channel channel();

        /** The person sends a text; the id is the client's own, so sending it twice is a redelivery. */
        void says(String id, String text);

        /** The person presses a button of a message that has arrived. */
        void presses(String id, OutboundMessage message, int button);

        /** Waits until the source was told that the message with this id is safe. */
        void awaitAcknowledged(String id);

        /** Waits until the source was told that the message with this id could not be stored, or has noticed. */
        void awaitNotAcknowledged(String id);

        /** Waits until a text has reached the person. */
        void awaitReceived(String text);

        /** The texts that reached the person, in order. */
        List<String> received();

        /** The address of the person, known after the first message. */
        Address address();
    }

    Wire wire();

    String GREETING = "Здравствуйте! Хочу помочь 🐾 <b>&</b> \u202eдом";

    @Test
    default void aMessageIsStoredAndThenAcknowledged() {
        var wire = wire();

        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");

        assertThat(wire.host().accepted()).hasSize(1);
        var message = wire.host().accepted().getFirst();
        assertThat(message.text()).isEqualTo(GREETING);
        assertThat(message.raw().length()).isPositive();
        assertThat(message.sentAt()).isBeforeOrEqualTo(wire.host().clock().instant());
    }

    @Test
    default void aRedeliveredMessageIsAcknowledgedAgainAndStoredOnce() {
        var wire = wire();

        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");
        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");

        assertThat(wire.host().accepted()).hasSize(1);
    }

    @Test
    default void aMessageIsNotAcknowledgedWhileTheStoreIsDownAndArrivesLater() {
        var wire = wire();
        wire.host().down(true);

        wire.says("1", GREETING);
        wire.awaitNotAcknowledged("1");
        wire.host().down(false);
        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");

        assertThat(wire.host().accepted()).hasSize(1);
    }

    @Test
    default void messagesOfAPersonKeepTheirOrder() {
        var wire = wire();

        for (int i = 0; i < 20; i++) {
            wire.says("m" + i, "сообщение " + i);
        }
        wire.awaitAcknowledged("m19");

        assertThat(wire.host().accepted())
                .extracting(InboundMessage::text)
                .containsExactly(
                        IntStream.range(0, 20).mapToObj(i -> "сообщение " + i).toArray(String[]::new));
    }

    @Test
    default void aReplyReachesThePersonAsItWasWritten() {
        var wire = wire();
        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");

        var reply = wire.host().reply(wire.address(), "Спасибо! 🙏 1 < 2 & *звёздочка*", List.of());
        var delivery = wire.channel().send(reply);

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        wire.awaitReceived("Спасибо! 🙏 1 < 2 & *звёздочка*");
    }

    @Test
    default void aPressedButtonComesBackWithTheMessageThatOfferedIt() {
        var wire = wire();
        if (!wire.channel().capabilities().buttons()) {
            return;
        }
        wire.says("1", GREETING);
        wire.awaitAcknowledged("1");
        var reply = wire.host().reply(wire.address(), "Верно?", List.of(new Button("Да"), new Button("Нет")));
        wire.channel().send(reply);
        wire.awaitReceived("Верно?");

        wire.presses("2", reply, 1);
        wire.awaitAcknowledged("2");

        assertThat(wire.host().accepted().getLast().press()).contains(new Press(reply.id(), 1));
    }
}
