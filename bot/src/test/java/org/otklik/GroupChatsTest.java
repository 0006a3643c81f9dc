package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Press;
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.conversation.TestNode;
import org.otklik.conversation.TurnRunner;
import org.otklik.host.Channels;

/** What a script can't do in a group: press buttons there. */
class GroupChatsTest {
    private static final Address GROUP = new Address("telegram", "mayak_fund_bot", "-100500");
    private static final Address ANNA = new Address("telegram", "mayak_fund_bot", "801");
    private static final Address MALLORY = new Address("telegram", "mayak_fund_bot", "666");

    private final TestNode node = new TestNode();
    private final TurnRunner runner = node.runner(new Skills(
                    Installation.organization(new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings())
                            .read()
                            .settings()),
                    org.otklik.TestNode.models())
            .dialogue());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aPressInAGroupDoesNothingWhoeverItIsOf() {
        accept(inGroup(ANNA, "m-1", "/help"));
        accept(InboundMessage.text(ANNA, "m-2", "Здравствуйте!", node.clock().instant(), Buffer.buffer()));
        long inGroup = node.messages("out").getFirst().getId();
        long inPrivate = node.messages("out").getLast().getId();

        accept(inGroup(MALLORY, "p-1", "").withPress(new Press(inGroup, 0)));
        accept(inGroup(MALLORY, "p-2", "").withPress(new Press(inPrivate, 0)));
        accept(inGroup(ANNA, "p-3", "").withPress(new Press(inPrivate, 0)));

        assertThat(node.messages("out")).hasSize(2);
    }

    private InboundMessage inGroup(Address author, String id, String text) {
        return InboundMessage.text(GROUP, id, text, node.clock().instant(), Buffer.buffer())
                .writtenBy(author);
    }

    private void accept(InboundMessage message) {
        node.inbox().accept(message);
        while (runner.runOne()) {
            // Until nothing is due.
        }
    }
}
