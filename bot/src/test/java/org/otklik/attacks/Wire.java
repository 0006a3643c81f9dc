package org.otklik.attacks;

import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.CHECKPOINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.otklik.TestNode;
import org.otklik.bench.MailServers;
import org.otklik.check.RawMail;
import org.otklik.fixtures.Fixture;

/**
 * A whole Otklik beside real mail servers that know any address: mails come to it by SMTP or IMAP, and what it says is found in the mailboxes of
 * people. Between two mails everybody comes to rest.
 */
final class Wire implements AutoCloseable {
    /** The address of the fund, for whose senders its own server vouches. */
    static final String OFFICE = "office@lipa.example";

    private static final String SERVER_OF_THE_FUND = "mx.lipa.example";

    /** That of mails is seen by the servers alone. */
    private static final String ENVELOPE = "sender@people.example";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final MailServers servers;
    private final Map<String, TestNode> bots = new LinkedHashMap<>();
    private final Set<Path> known = new HashSet<>();
    private Optional<Integer> stored = Optional.empty();

    /** @param folder that the mail programs' own users may enter */
    Wire(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        servers = new MailServers(folder);
    }

    /** The servers, and the fund with its bot. */
    static Wire withTheFund(Path folder) {
        var wire = new Wire(folder);
        var settings = new HashMap<>(wire.servers.settings(OFFICE));
        settings.put("OTKLIK_CHANNELS_EMAIL_AUTHSERV_ID", SERVER_OF_THE_FUND);
        wire.connect(OFFICE, settings);
        return wire;
    }

    /** A bot of its own for which no server vouches for anybody, as beside a Postfix that nobody set up to do so. */
    TestNode connect(String address) {
        return connect(address, servers.settings(address));
    }

    /** One whose mails do not say that a machine wrote them. */
    TestNode connectBehindTheGateway(String address) {
        return connect(address, servers.settingsBehindTheGateway(address));
    }

    private TestNode connect(String address, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("OTKLIK_CHANNELS_EMAIL_SMTP_RATE_PER_MINUTE", "100000");
        var node = TestNode.startWith(environment, fixture());
        bots.put(address, node);
        await().atMost(PATIENCE).until(() -> node.database().sql().fetchExists(CHECKPOINT));
        return node;
    }

    private static Fixture fixture() {
        try (var stream = Objects.requireNonNull(RawMail.class.getResourceAsStream("mailroom.yaml"))) {
            return Fixture.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String words) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    MailServers servers() {
        return servers;
    }

    TestNode fund() {
        return Objects.requireNonNull(bots.get(OFFICE));
    }

    DSLContext sql() {
        return fund().database().sql();
    }

    /** Brings mails to the fund, and returns what people got because of them. */
    List<Delivered> receive(RawMail... mails) {
        return receive(ENVELOPE, OFFICE, mails);
    }

    /**
     * Brings mails through Postfix, which vouches for nobody; those that the fund's own server has judged come from there.
     *
     * @param sender as the envelope says; empty for a mail that nobody wants to hear of again
     */
    List<Delivered> receive(String sender, String recipient, RawMail... mails) {
        servers.deliver(sender, recipient, bytes(Stream.of(mails).filter(mail -> !mail.isJudged())));
        servers.append(OFFICE, bytes(Stream.of(mails).filter(RawMail::isJudged)));
        return settle();
    }

    private static List<byte[]> bytes(Stream<RawMail> mails) {
        return mails.map(mail -> mail.raw().getBytes()).toList();
    }

    /** Brings the bytes of a mail that no server carries as they are. */
    List<Delivered> receive(byte[] mail) {
        servers.append(OFFICE, List.of(mail));
        return settle();
    }

    /** Waits until everything is taken in, handled, sent and delivered; returns what people got meanwhile. */
    List<Delivered> settle() {
        stored = Optional.empty();
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(POLL).until(() -> {
            var before = stored;
            stored = quiet();
            return stored.isPresent() && stored.equals(before);
        });
        return servers.unread().stream()
                .filter(known::add)
                .map(Delivered::read)
                .filter(mail -> !bots.containsKey(mail.mailbox()))
                .toList();
    }

    /** How many messages the bots have, when nothing is under way. Each step is looked at after the one before it. */
    private Optional<Integer> quiet() {
        boolean isQuiet = servers.isQueueEmpty()
                && bots.keySet().stream().noneMatch(servers::hasUnread)
                && bots.values().stream().noneMatch(Wire::isBusy)
                && servers.isQueueEmpty();
        return isQuiet
                ? Optional.of(bots.values().stream()
                        .mapToInt(bot -> bot.database().sql().fetchCount(MESSAGE))
                        .sum())
                : Optional.empty();
    }

    private static boolean isBusy(TestNode bot) {
        return bot.database()
                .sql()
                .fetchExists(
                        MESSAGE,
                        MESSAGE.STATUS
                                .eq("received")
                                .or(MESSAGE.CHANNEL.eq("email").and(MESSAGE.STATUS.in("queued", "sending"))));
    }

    /** What became of the mails from an address, in their order. */
    List<String> stored(String from) {
        return sql().select(MESSAGE.STATUS)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(MESSAGE.DIRECTION.eq("in"))
                .and(CONVERSATION.ADDRESS.eq(from))
                .orderBy(MESSAGE.ID)
                .fetch(MESSAGE.STATUS);
    }

    @Override
    public void close() {
        bots.values().forEach(TestNode::close);
        servers.close();
    }
}
