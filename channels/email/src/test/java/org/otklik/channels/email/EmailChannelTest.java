package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.ChannelContract;

/** The contract of channels, over IMAP and SMTP. */
class EmailChannelTest implements ChannelContract {
    private final MailWire wire = new MailWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Test
    void bothServersAreSaidToWork() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> wire.channel().health().working());

        var probed = new EmailFactory().probe(wire.settings()).orElseThrow();

        assertThat(List.of(wire.channel().health(), probed)).allSatisfy(health -> {
            assertThat(health.working()).isTrue();
            assertThat(health.says()).isEqualTo("reads INBOX on 127.0.0.1; sends through 127.0.0.1");
        });
    }

    @Test
    void aMailBringsItsEnvelopeAndItsSender() {
        wire.says("1", "Сколько лет должно быть волонтёру? 🙂");
        wire.awaitAcknowledged("1");

        var message = wire.host().accepted().getFirst();
        assertThat(message.from()).isEqualTo(wire.address());
        assertThat(message.letter().orElseThrow().subject()).isEqualTo("Помощь 🐾");
        assertThat(message.letter().orElseThrow().sender().name()).isEqualTo("Анна");
    }
}
