package org.otklik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.PRESENCE;
import static org.otklik.schema.Tables.TASK;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.HistoryEntry;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Press;
import org.otklik.channels.StoreUnavailable;
import org.otklik.config.LocalizedText;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.TestNode;
import org.otklik.conversation.Visitor;
import org.otklik.dialogue.DialogueText;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.PresenceRecord;
import org.otklik.schema.tables.records.TaskRecord;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;
import org.otklik.time.OfficeHours;
import org.otklik.time.WeeklyHours;

class BotHostTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final TestNode node = new TestNode();
    private final BotHost host = host("n1");
    private final Visitor anna = Visitor.named("anna");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void historyIsWhatBothSidesSaidOldestFirst() {
        assertThat(host.accept(anna.says("m1", "Привет 👋"))).isEqualTo(Accepted.STORED);
        long asked = reply("Записать?", new Choice("Да", Action.of("confirm"), Choice.Answer.YES));
        host.accept(anna.says("m2", "").withPress(new Press(asked, 0)));
        host.accept(Visitor.named("boris").says("чужое"));

        var history = host.history(anna.address(), 0, 10);

        assertThat(history).extracting(HistoryEntry::text).containsExactly("Привет 👋", "Записать?", "");
        assertThat(history).extracting(HistoryEntry::externalId).containsExactly("m1", "", "m2");
        assertThat(history)
                .extracting(HistoryEntry::author)
                .containsExactly(Optional.empty(), Optional.of(Author.BOT), Optional.empty());
        assertThat(history.get(1).buttons()).containsExactly(new Button("Да"));
        assertThat(history.get(2).press()).contains(new Press(asked, 0));
    }

    @Test
    void historyGoesOnAfterTheLastMessageThatWasSeenAndKeepsTheNewestOfTooMany() {
        for (int i = 1; i <= 6; i++) {
            host.accept(anna.says("сообщение " + i));
        }
        long third = host.history(anna.address(), 0, 10).get(2).id();

        assertThat(host.history(anna.address(), third, 10))
                .extracting(HistoryEntry::text)
                .containsExactly("сообщение 4", "сообщение 5", "сообщение 6");
        assertThat(host.history(anna.address(), 0, 2))
                .extracting(HistoryEntry::text)
                .containsExactly("сообщение 5", "сообщение 6");
        assertThat(host.history(Visitor.named("вера").address(), 0, 10)).isEmpty();
    }

    @Test
    void whoIsConnectedIsKnownByTheNodeThatHoldsTheConnection() {
        host.attach(anna.address());
        host.attach(anna.address());
        assertThat(presences()).extracting(PresenceRecord::getNode).containsExactly("n1");

        host("n2").attach(anna.address());
        assertThat(presences()).extracting(PresenceRecord::getNode).containsExactly("n2");

        // The old connection ends after the new one has begun elsewhere.
        host.detach(anna.address());
        assertThat(presences()).hasSize(1);
        host("n2").detach(anna.address());
        assertThat(presences()).isEmpty();
    }

    @Test
    void whoIsBackGetsAtOnceWhatWaitedForTheNextTry() throws InterruptedException {
        host.accept(anna.says("Привет"));
        long waiting = reply("Здравствуйте!");
        node.database()
                .sql()
                .update(MESSAGE)
                .set(MESSAGE.DUE_AT, node.clock().instant().plus(Duration.ofHours(1)))
                .where(MESSAGE.ID.eq(waiting))
                .execute();
        var woken = new CountDownLatch(1);
        node.hints().onQueued(woken::countDown);

        host.attach(anna.address());

        assertThat(node.messages("out").getFirst().getDueAt()).isNull();
        assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReplyThatWasOnItsWayWhenTheNodeDiedIsSentAgainToWhoIsBack() {
        host.accept(anna.says("m1", "Привет 👋"));
        long underway = reply("Здравствуйте! 🐈");
        node.database()
                .sql()
                .update(MESSAGE)
                .set(MESSAGE.STATUS, "sending")
                .set(MESSAGE.LEASE_UNTIL, node.clock().instant().plusSeconds(60))
                .where(MESSAGE.DIRECTION.eq("out"))
                .execute();

        host.attach(anna.address());

        assertThat(node.messages("out")).singleElement().satisfies(reply -> {
            assertThat(reply.getId()).isEqualTo(underway);
            assertThat(reply.getStatus()).isEqualTo("queued");
            assertThat(reply.getLeaseUntil()).isNull();
        });
    }

    @Test
    void aCheckpointIsTheLastOneThatWasKept() {
        assertThat(host.checkpoints().find("imap Входящие 📥")).isEmpty();

        host.checkpoints().keep("imap Входящие 📥", "7 12");
        host.checkpoints().keep("imap Входящие 📥", "7 13");
        host.checkpoints().keep("imap Спам", "8 1");

        assertThat(host("n2").checkpoints().find("imap Входящие 📥")).contains("7 13");
    }

    @Test
    void aMatterIsOneTaskHoweverOftenItIsTold() {
        host.tell(
                "TOO_LARGE 2026-05-20",
                Text.of(DialogueText.UNDELIVERED_TASK).with("message", "1").with("reason", "☠"));
        host.tell(
                "TOO_LARGE 2026-05-20",
                Text.of(DialogueText.UNDELIVERED_TASK).with("message", "2").with("reason", "☠"));
        host.tell(
                "TOO_LARGE 2026-05-21",
                Text.of(DialogueText.UNDELIVERED_TASK).with("message", "3").with("reason", "☠"));

        assertThat(node.database().sql().fetch(TASK))
                .extracting(TaskRecord::getTitle)
                .containsExactly("Сообщение 1 не доставлено: ☠", "Сообщение 3 не доставлено: ☠");
    }

    @Test
    void whatCanNotBeKeptNowIsSaidToBeKeptLater() {
        try (var down = new Database(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/otklik", "otklik", ""), 1)) {
            var cut = host("n1", down);

            assertThatThrownBy(() -> cut.checkpoints().keep("imap", "1 1")).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> cut.checkpoints().find("imap")).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> cut.tell("m", Text.of(DialogueText.UNDELIVERED_TASK)))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    private BotHost host(String name) {
        return host(name, node.database());
    }

    private BotHost host(String name, Database database) {
        var surroundings = new BotHost.Surroundings(
                node.vertx(), Router.router(node.vertx()), new Texts(), node.clock(), name, organization());
        return new BotHost(database, node.inbox(), node.hints(), "webchat", surroundings);
    }

    private static Organization organization() {
        return new Organization(
                new LocalizedText(Map.of(Language.RU, "Фонд «Тёплый дом»")),
                "RUB",
                MOSCOW,
                "RU",
                List.of(Language.RU, Language.EN),
                new OfficeHours(WeeklyHours.parse("Mon-Fri 9:00-18:00"), Set.of(), MOSCOW),
                Duration.ofHours(4),
                Duration.ofDays(90),
                new LocalizedText(Map.of()),
                new LocalizedText(Map.of()),
                Optional.empty(),
                Optional.empty(),
                "http://127.0.0.1:8080");
    }

    private long reply(String text, Choice... choices) {
        long conversation = node.database()
                .sql()
                .fetchSingle(CONVERSATION, CONVERSATION.ADDRESS.eq("anna"))
                .getId();
        Address address = anna.address();
        var draft = new Outbox.Draft(
                conversation,
                address,
                text,
                new Payload.Said(List.of(choices), Author.BOT),
                Language.RU,
                Optional.empty());
        return node.database()
                .transaction(sql -> new Outbox(sql).queue(draft, node.clock().instant()));
    }

    private List<PresenceRecord> presences() {
        return node.database().sql().fetch(PRESENCE);
    }
}
