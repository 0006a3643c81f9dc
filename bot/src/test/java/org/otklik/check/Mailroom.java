package org.otklik.check;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Press;
import org.otklik.conversation.Hints;
import org.otklik.conversation.TurnHandler;
import org.otklik.fixtures.FixtureLoader;
import org.otklik.host.Channels;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

/**
 * The whole bot behind the mailbox of a fund: the bytes of mails go in, what would be sent comes out. Between two mails it comes
 * to rest.
 */
public final class Mailroom implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-11-04T09:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Database database = new Database(TestDatabase.fresh(), 4);
    private final Scene scene;
    private final Letters letters;
    private final Cast cast;
    private int chats;

    /** @param dialogues makes the whole dialogue of an organisation */
    public Mailroom(Function<Organization, TurnHandler> dialogues) {
        var fund = Fund.read(fixture());
        var keys = database.transaction(sql -> {
            ChangeContext.system(NOON).applyTo(sql);
            return new FixtureLoader(sql, NOON, Period.ZERO).load(fund.fixture());
        });
        this.cast = new Cast(database.sql(), fund, keys, NOON);
        this.letters = new Letters(
                Channels.reader(fund.configuration(), Medium.EMAIL.code()),
                fund.authservId().orElseThrow(),
                fund.organization().zone());
        this.scene = new Scene(
                database,
                SettableClock.at(NOON.toString()),
                fund,
                dialogues.apply(fund.organization()),
                new Scene.Shared(new Texts(), new Hints(vertx.eventBus())));
    }

    private static Path fixture() {
        try {
            return Path.of(Objects.requireNonNull(Mailroom.class.getResource("mailroom.yaml"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings a mail, and returns all that was sent because of it. */
    public List<OutboundMessage> receive(RawMail mail) {
        return receive(mail.raw());
    }

    public List<OutboundMessage> receive(Buffer raw) {
        return accept(letters.read(raw, scene.now()));
    }

    /** Somebody of the fixture, or a stranger, writes in Telegram. */
    public List<OutboundMessage> chat(String who, String text) {
        return accept(InboundMessage.text(
                cast.address(who, Medium.TELEGRAM), "chat-" + chats++, text, scene.now(), Buffer.buffer()));
    }

    /** Somebody presses a button. */
    public List<OutboundMessage> press(OutboundMessage message, int button) {
        return accept(InboundMessage.text(message.to(), "press-" + chats++, "", scene.now(), Buffer.buffer())
                .withPress(new Press(message.id(), button)));
    }

    private List<OutboundMessage> accept(InboundMessage message) {
        int before = sent().size();
        scene.accept(message);
        scene.settle();
        var failures = scene.failures();
        if (!failures.isEmpty()) {
            throw new AssertionError("a turn broke", failures.getFirst());
        }
        return sent().subList(before, sent().size());
    }

    public List<OutboundMessage> sent() {
        return scene.sent();
    }

    /** What went to an address of any channel. */
    public List<OutboundMessage> sentTo(String address) {
        return sent().stream()
                .filter(message -> message.to().value().equals(address))
                .toList();
    }

    /** The Message-ID of a letter that was sent. */
    public static String messageId(OutboundMessage letter) {
        return Recorder.externalId(letter);
    }

    public Address mailbox(String address) {
        return new Address(Medium.EMAIL.code(), "office@lipa.example", address);
    }

    public void pass(TemporalAmount time) {
        scene.pass(time);
    }

    public DSLContext sql() {
        return database.sql();
    }

    @Override
    public void close() {
        database.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
