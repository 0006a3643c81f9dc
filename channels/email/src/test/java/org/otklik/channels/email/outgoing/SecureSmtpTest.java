package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.channels.email.outgoing.TestLetter.letter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.channels.Delivery;
import org.otklik.channels.email.BentWire;
import org.otklik.channels.email.TestAuthority;
import org.otklik.channels.email.connection.Authorities;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.Security;

/** Logins over encrypted connections, with a certificate of an authority that is known or not. */
class SecureSmtpTest {
    private static final String ACCOUNT = "bot@fund.example";
    private static final Credential PASSWORD = new Credential.Password("пароль");

    @TempDir
    private static Path folder;

    private static TestAuthority authority;

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private BentWire wire;

    @BeforeAll
    static void found() {
        authority = new TestAuthority(folder);
    }

    @BeforeEach
    void start() {
        server.setUser(ACCOUNT, ACCOUNT, "пароль");
        server.start();
        wire = new BentWire(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        wire.close();
        server.stop();
    }

    private Delivery send(Security security, Credential credential, Optional<Authorities> trusted) {
        var account =
                new MailServer("channels.email.smtp", "localhost", wire.port(), security, ACCOUNT, credential, trusted);
        var settings = new OutgoingSettings(account, ACCOUNT, language -> "Фонд «Причал»", 600);
        try (var sender = new SmtpSender(settings, TestLetter.CLOCK)) {
            return sender.send(letter().saying("Спасибо! 🐾").message());
        }
    }

    @Test
    void aMailGoesOutOverTls() {
        wire.encrypt(authority.serverCalled("localhost"));

        assertThat(send(Security.TLS, PASSWORD, Optional.of(authority.trusted())))
                .isInstanceOf(Delivery.Sent.class);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(wire.commands()).anyMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void aMailGoesOutAfterStartTls() {
        wire.changeServer("(250-AUTH .*)", "250-STARTTLS\r\n$1");
        wire.encryptAfterStartTls(authority.serverCalled("localhost"));

        assertThat(send(Security.STARTTLS, PASSWORD, Optional.of(authority.trusted())))
                .isInstanceOf(Delivery.Sent.class);

        assertThat(wire.commands()).contains("STARTTLS");
        assertThat(wire.commands().indexOf("STARTTLS"))
                .isLessThan(wire.commands().indexOf("MAIL FROM:<" + ACCOUNT + ">"));
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedBeforeThePasswordIsSaid() {
        wire.encrypt(authority.serverCalled("localhost"));

        assertThat(send(Security.TLS, PASSWORD, Optional.empty()))
                .isEqualTo(new Delivery.Down("the certificate of localhost is not trusted;"
                        + " if it is from an authority of your own, look at channels.email.smtp.ca-file"));
        assertThat(wire.commands()).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameIsRefusedBeforeThePasswordIsSaid() {
        wire.changeServer("(250-AUTH .*)", "250-STARTTLS\r\n$1");
        wire.encryptAfterStartTls(authority.serverCalled("mx.fund.example"));

        assertThat(send(Security.STARTTLS, PASSWORD, Optional.of(authority.trusted())))
                .isEqualTo(new Delivery.Down(
                        "the certificate of localhost is for another name; look at channels.email.smtp.host"));
        assertThat(wire.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void aTokenLogsIn() {
        wire.encrypt(authority.serverCalled("localhost"));
        wire.answer("AUTH XOAUTH2 \\S+", "235 2.7.0 welcome");

        assertThat(send(Security.TLS, new Credential.Token(() -> "ya29"), Optional.of(authority.trusted())))
                .isInstanceOf(Delivery.Sent.class);

        var said = wire.commands().stream()
                .filter(command -> command.startsWith("AUTH XOAUTH2 "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".* ", "");
        assertThat(new String(Base64.getDecoder().decode(said), StandardCharsets.UTF_8))
                .isEqualTo("user=" + ACCOUNT + "\1auth=Bearer ya29\1\1");
    }
}
