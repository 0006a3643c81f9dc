package org.otklik.channels.email.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.channels.email.TestAuthority;
import org.otklik.channels.email.connection.Authorities;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.Security;

/** Logins over encrypted connections, with a certificate of an authority that is known or not. */
class SecureImapTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Credential PASSWORD = new Credential.Password(TestMailbox.PASSWORD);

    @TempDir
    private static Path folder;

    private static TestAuthority authority;

    private final BentMailbox bent = new BentMailbox();

    @BeforeAll
    static void found() {
        authority = new TestAuthority(folder);
    }

    @AfterEach
    void close() {
        bent.close();
    }

    private IncomingSettings settings(Security security, Credential credential, Optional<Authorities> trusted) {
        var account = new MailServer(
                "channels.email.imap",
                "localhost",
                bent.wire().port(),
                security,
                TestMailbox.ADDRESS,
                credential,
                trusted);
        return bent.mailbox().settings(account, "INBOX");
    }

    private void assertReads(IncomingSettings settings) {
        assertThat(ImapFetcher.probe(settings).says()).isEqualTo("reads INBOX on localhost");
        bent.mailbox().deliver("INBOX", "1", "Хочу помочь 🐾");
        bent.fetch(settings);
        await().atMost(SOON).until(() -> bent.texts().contains("Хочу помочь 🐾"));
    }

    private void assertRefused(IncomingSettings settings, String words) {
        assertThat(ImapFetcher.probe(settings).working()).isFalse();
        assertThat(ImapFetcher.probe(settings).says()).contains(words);
        assertThat(bent.wire().commands()).noneMatch(command -> command.contains("LOGIN"));
    }

    @Test
    void aMailboxIsReadOverTls() {
        bent.wire().encrypt(authority.serverCalled("localhost"));

        assertReads(settings(Security.TLS, PASSWORD, Optional.of(authority.trusted())));
    }

    @Test
    void aMailboxIsReadAfterStartTls() {
        bent.wire().changeServer("(\\* CAPABILITY .*)", "$1 STARTTLS");
        bent.wire().encryptAfterStartTls(authority.serverCalled("localhost"));

        assertReads(settings(Security.STARTTLS, PASSWORD, Optional.of(authority.trusted())));
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedBeforeThePasswordIsSaid() {
        bent.wire().encrypt(authority.serverCalled("localhost"));

        assertRefused(
                settings(Security.TLS, PASSWORD, Optional.empty()),
                "the certificate of localhost is not trusted; if it is from an authority of your own,"
                        + " look at channels.email.imap.ca-file");
    }

    @Test
    void aCertificateForAnotherNameIsRefusedBeforeThePasswordIsSaid() {
        bent.wire().encrypt(authority.serverCalled("mail.dom.example"));

        assertRefused(
                settings(Security.TLS, PASSWORD, Optional.of(authority.trusted())),
                "the certificate of localhost is for another name; look at channels.email.imap.host");
    }

    @Test
    void aCertificateForAnotherNameIsRefusedAfterStartTlsToo() {
        bent.wire().changeServer("(\\* CAPABILITY .*)", "$1 STARTTLS");
        bent.wire().encryptAfterStartTls(authority.serverCalled("mail.dom.example"));

        assertRefused(settings(Security.STARTTLS, PASSWORD, Optional.of(authority.trusted())), "is for another name");
    }

    @Test
    void aTokenOpensTheMailbox() {
        bent.wire().encrypt(authority.serverCalled("localhost"));
        bent.wire()
                .changeCommand(
                        "(\\w+) AUTHENTICATE XOAUTH2 \\S+",
                        "$1 LOGIN " + TestMailbox.ADDRESS + " " + TestMailbox.PASSWORD);

        assertReads(settings(Security.TLS, new Credential.Token(() -> "ya29.тайна"), Optional.of(authority.trusted())));

        var said = bent.wire().commands().stream()
                .filter(command -> command.contains("XOAUTH2"))
                .map(command -> command.replaceFirst(".* ", ""))
                .findFirst()
                .orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(said), StandardCharsets.UTF_8))
                .isEqualTo("user=" + TestMailbox.ADDRESS + "\1auth=Bearer ya29.тайна\1\1");
    }

    @Test
    void aTokenThatHasRunOutIsSaidSo() {
        bent.wire().answer("(\\w+) AUTHENTICATE XOAUTH2 \\S+", "$1 NO [AUTHENTICATIONFAILED] invalid credentials");

        var says = ImapFetcher.probe(settings(Security.NONE, new Credential.Token(() -> "ya29"), Optional.empty()))
                .says();

        assertThat(says)
                .isEqualTo("INBOX: localhost refuses the token; it may have run out,"
                        + " look at channels.email.imap.token-file");
    }
}
