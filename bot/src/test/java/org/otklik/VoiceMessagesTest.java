package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Press;
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.conversation.TestNode;
import org.otklik.conversation.TurnRunner;
import org.otklik.fixtures.Fixture;
import org.otklik.fixtures.FixtureLoader;
import org.otklik.host.Channels;
import org.otklik.i18n.Texts;
import org.otklik.jobs.Jobs;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.ChangeContext;
import org.otklik.voice.Recognizer;

/** A voice message, with a program that prints what is in the file: from the recording to the record, by one press. */
class VoiceMessagesTest {
    private static final Address KSENIA = new Address("telegram", "mayak_fund_bot", "701");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestNode node = new TestNode();
    private final SettingsReader settings = new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings());
    private final TurnRunner runner = node.runner(
            new Skills(Installation.organization(settings.read().settings()), org.otklik.TestNode.models(), true)
                    .dialogue());
    private final Jobs jobs = new Jobs(
            node.database(),
            new Texts(),
            node.clock(),
            Installation.organization(settings.read().settings()),
            Optional.of(new Recognizer(List.of("cat", "{file}"), PATIENCE)),
            Optional.empty());

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
                .set(CONVERSATION.CHANNEL, KSENIA.channel())
                .set(CONVERSATION.ACCOUNT, KSENIA.account())
                .set(CONVERSATION.ADDRESS, KSENIA.value())
                .set(CONVERSATION.CONTACT_ID, keys.find("S1", "contact").orElseThrow())
                .set(CONVERSATION.IDENTITY, "verified")
                .set(CONVERSATION.CREATED_AT, now)
                .execute();
        jobs.start();
    }

    @AfterEach
    void close() {
        jobs.close();
        node.close();
    }

    @Test
    void whatWasHeardIsShownAndWrittenOnlyOnceItIsCalledRight() {
        long before = gifts();
        says("m-1", "вчера Лукин перевёл 900 рублей");

        var card = reply(1);
        assertThat(card.getBody()).contains("вчера Лукин перевёл 900 рублей");
        assertThat(gifts()).isEqualTo(before);

        node.clock().advance(Duration.ofDays(1));
        presses("p-1", card, 0);

        assertThat(gifts()).isEqualTo(before + 1);
        assertThat(newest()).isEqualTo(LocalDate.parse("2026-03-01"));
        presses("p-2", card, 0);
        assertThat(gifts()).isEqualTo(before + 1);
    }

    @Test
    void whatWasMisheardIsAskedForInWords() {
        long before = gifts();
        says("m-1", "лук инь перевёл девять сот");

        presses("p-1", reply(1), 1);

        assertThat(reply(2).getBody()).contains("словами");
        assertThat(gifts()).isEqualTo(before);
    }

    @Test
    void whereNothingWasHeardItIsAskedAbout() {
        says("m-1", " ");

        assertThat(reply(1).getBody()).contains("?");
    }

    private void says(String id, String spoken) {
        var recording = new Attachment("голос.ogg", "audio/ogg", Buffer.buffer(spoken));
        accept(InboundMessage.text(KSENIA, id, "", node.clock().instant(), Buffer.buffer())
                .withAttachments(List.of(recording))
                .withEnclosure(new Enclosure.Voice()));
    }

    private void presses(String id, MessageRecord card, int button) {
        accept(InboundMessage.text(KSENIA, id, "", node.clock().instant(), Buffer.buffer())
                .withPress(new Press(card.getId(), button)));
    }

    private void accept(InboundMessage message) {
        node.inbox().accept(message);
        while (runner.runOne()) {
            // Until nothing is due.
        }
    }

    private MessageRecord reply(int number) {
        // The scheduler looks again once time has passed.
        await().atMost(PATIENCE).until(() -> {
            node.clock().advance(Duration.ofSeconds(1));
            return node.messages("out").size() >= number;
        });
        return node.messages("out").get(number - 1);
    }

    private long gifts() {
        return node.database().sql().fetchCount(GIFT);
    }

    private LocalDate newest() {
        return node.database()
                .sql()
                .select(GIFT.RECEIVED_ON)
                .from(GIFT)
                .orderBy(GIFT.ID.desc())
                .limit(1)
                .fetchSingle(GIFT.RECEIVED_ON);
    }
}
