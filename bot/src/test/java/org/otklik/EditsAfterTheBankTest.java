package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.conversation.TestNode;
import org.otklik.conversation.TurnRunner;
import org.otklik.fixtures.Fixture;
import org.otklik.fixtures.FixtureLoader;
import org.otklik.host.Channels;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.store.ChangeContext;

/** What no conversation can do: a gift is matched with the bank between a message and its edit. */
class EditsAfterTheBankTest {
    private static final Address LIDIA = new Address("telegram", "mayak_fund_bot", "704");

    private final TestNode node = new TestNode();
    private final TurnRunner runner = node.runner(new Skills(
                    Installation.organization(new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings())
                            .read()
                            .settings()),
                    org.otklik.TestNode.models())
            .dialogue());

    @BeforeEach
    void signIn() throws IOException {
        var fixture = Fixture.parse(Files.readString(Path.of("src/test/scripts/seamark.yaml")));
        var now = node.clock().instant();
        var keys = node.database().transaction(sql -> {
            ChangeContext.system(now).applyTo(sql);
            return new FixtureLoader(sql, now, Period.ZERO).load(fixture);
        });
        node.database()
                .sql()
                .insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, LIDIA.channel())
                .set(CONVERSATION.ACCOUNT, LIDIA.account())
                .set(CONVERSATION.ADDRESS, LIDIA.value())
                .set(CONVERSATION.CONTACT_ID, keys.find("S4", "contact").orElseThrow())
                .set(CONVERSATION.IDENTITY, "verified")
                .set(CONVERSATION.CREATED_AT, now)
                .execute();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anEditLeavesAGiftAloneThatTheBankHasConfirmed() {
        accept(says("7", "Лукин перевёл 5000"));
        reconcile();

        accept(says("7/2", "Лукин перевёл 6000").editing("7"));

        assertThat(gift().getAmount()).isEqualByComparingTo(new BigDecimal(5000));
        assertThat(node.messages("out").getLast().getBody()).contains("банк");
    }

    @Test
    void anEditThatDropsItDoesNotTakeItBackEither() {
        accept(says("7", "была сегодня у Зайцевой, перевела 5000"));
        reconcile();

        accept(says("7/2", "была сегодня у Зайцевой").editing("7"));

        assertThat(gift().getAmount()).isEqualByComparingTo(new BigDecimal(5000));
        assertThat(node.messages("out").getLast().getBody()).contains("банк");
    }

    private InboundMessage says(String id, String text) {
        return InboundMessage.text(LIDIA, id, text, node.clock().instant(), Buffer.buffer(text));
    }

    private void accept(InboundMessage message) {
        node.inbox().accept(message);
        while (runner.runOne()) {
            // Until nothing is due.
        }
    }

    private void reconcile() {
        var now = node.clock().instant();
        long id = gift().getId();
        node.database().change(ChangeContext.system(now), sql -> {
            sql.update(GIFT).set(GIFT.RECONCILED_AT, now).where(GIFT.ID.eq(id)).execute();
        });
    }

    private GiftRecord gift() {
        return node.database()
                .sql()
                .selectFrom(GIFT)
                .orderBy(GIFT.ID.desc())
                .limit(1)
                .fetchSingle();
    }
}
