package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.otklik.channels.Address;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelContract;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.RecordingHost;

/** A donor and the organisation, each with a mailbox on a real mail server. */
final class MailWire implements ChannelContract.Wire, AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ORGANIZATION = "hello@dom.example";
    private static final String DONOR = "anna@donor.example";
    private static final String PASSWORD = "geheim";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });
    private final Vertx vertx = Vertx.vertx();
    private final RecordingHost host = new RecordingHost(vertx, Router.router(vertx), Clock.systemUTC());
    private final GreenMailUser organization;
    private final GreenMailUser donor;
    private final Channel channel;

    MailWire() {
        server.start();
        organization = server.setUser(ORGANIZATION, ORGANIZATION, PASSWORD);
        donor = server.setUser(DONOR, DONOR, PASSWORD);
        channel = new EmailFactory().open(settings(), host);
        channel.start();
    }

    EmailSettings settings() {
        return TestSettings.with(Map.of(
                "address",
                ORGANIZATION,
                "imap.host",
                "127.0.0.1",
                "imap.port",
                String.valueOf(server.getImap().getPort()),
                "imap.security",
                "none",
                "imap.user",
                ORGANIZATION,
                "imap.password",
                PASSWORD,
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                String.valueOf(server.getSmtp().getPort()),
                "smtp.security",
                "none"));
    }

    @Override
    public RecordingHost host() {
        return host;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public void says(String id, String text) {
        var raw = """
                From: Анна <%s>
                To: %s
                Subject: Помощь 🐾
                Message-ID: <%s@donor.example>
                Date: Mon, 18 May 2026 12:00:00 +0300
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(DONOR, ORGANIZATION, id, text).replace("\n", "\r\n");
        try {
            var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
            var mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
            inbox(organization).appendMessage(mail, new Flags(), Date.from(Instant.now()));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void presses(String id, OutboundMessage message, int button) {
        throw new AssertionError("mails have no buttons");
    }

    @Override
    public void awaitAcknowledged(String id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inbox(organization).getMessages())
                        .filteredOn(mail -> id(mail).equals("<" + id + "@donor.example>"))
                        .isNotEmpty()
                        .allMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN)));
    }

    @Override
    public void awaitNotAcknowledged(String id) {
        await().atMost(SOON).until(() -> !channel.health().working());
        assertThat(inbox(organization).getMessages())
                .noneMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN));
    }

    private static String id(StoredMessage mail) {
        try {
            return mail.getMimeMessage().getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void awaitReceived(String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(received()).anyMatch(read -> read.contains(text)));
    }

    @Override
    public List<String> received() {
        return inbox(donor).getMessages().stream().map(this::text).toList();
    }

    private String text(StoredMessage mail) {
        try {
            var bytes = new ByteArrayOutputStream();
            mail.getMimeMessage().writeTo(bytes);
            InboundMessage read = new EmailFactory()
                    .reader(settings())
                    .orElseThrow()
                    .read(Buffer.buffer(bytes.toByteArray()), host.clock().instant());
            return read.letter().orElseThrow().whole();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private MailFolder inbox(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Address address() {
        return new Address("email", ORGANIZATION, DONOR);
    }

    @Override
    public void close() {
        channel.close();
        server.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
