package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.channels.email.outgoing.TestLetter.letter;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Delivery;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.Security;
import org.otklik.i18n.Language;

class SmtpSenderTest {
    private Instant now = Instant.parse("2026-05-18T09:30:00Z");
    private final InstantSource time = () -> now;
    private final ScriptedServer server = new ScriptedServer();
    private SmtpSender sender = sender(TestLetter.settings(server.port()));

    private SmtpSender sender(OutgoingSettings settings) {
        return new SmtpSender(settings, time.withZone(ZoneOffset.UTC));
    }

    private void login(Credential credential) {
        sender.close();
        sender = sender(TestLetter.settings(server.port(), Security.NONE, "bot@fund.example", credential));
    }

    @AfterEach
    void close() {
        sender.close();
        server.close();
    }

    @Test
    void aMailIsSentUnderItsMessageId() {
        var delivery = sender.send(letter().message());

        var id = TestLetter.parsed(server.mails().getFirst())
                .headers()
                .raw("message-id")
                .orElseThrow();
        assertThat(delivery).isEqualTo(new Delivery.Sent(Optional.of(id.replaceAll("[<>]", ""))));
        assertThat(server.commands())
                .contains("EHLO fund.example", "MAIL FROM:<bot@fund.example>", "RCPT TO:<anna@donor.example>");
        assertThat(sender.health().working()).isTrue();
    }

    @Test
    void oneConnectionServesManyMails() {
        sender.send(letter().message(1));
        now = now.plusSeconds(5);
        sender.send(letter().message(2));

        assertThat(server.mails()).hasSize(2);
        assertThat(server.commands().stream().filter(command -> command.startsWith("EHLO")))
                .hasSize(1);
    }

    @Test
    void aConnectionThatTheServerHasCutIsReplaced() throws IOException {
        sender.send(letter().message(1));
        server.hangUp();

        assertThat(sender.send(letter().message(2))).isInstanceOf(Delivery.Sent.class);
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void aConnectionThatWasIdleIsNotUsedAgain() {
        sender.send(letter().message(1));
        now = now.plus(Duration.ofMinutes(5));
        sender.send(letter().message(2));

        assertThat(server.commands().stream().filter(command -> command.startsWith("EHLO")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 450 4.2.1 mailbox of <anna@donor.example> busy | 450 4.2.1 to the recipient's address",
                "RCPT | 452 4.2.2 over quota | 452 4.2.2 to the recipient's address",
                "RCPT | 421 4.7.0 too many | 421 4.7.0 to the recipient's address",
                "MAIL | 451 4.3.0 later | 451 4.3.0 to the sender's address",
                "DATA | 451 later | 451 to the mail",
                ". | 451 4.7.1 greylisted | 451 4.7.1 to the mail",
                ". | 421 shutting down | 421 to the mail"
            })
    void whatTheServerPutsOffGoesLater(String command, String answer, String reason) {
        server.answer(command, answer);

        assertThat(sender.send(letter().message()))
                .isEqualTo(new Delivery.Later("the mail server answered " + reason, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <anna@donor.example>: user unknown | 550 5.1.1 to the recipient's address",
                "RCPT | 552 5.2.2 mailbox of <anna@donor.example> full | 552 5.2.2 to the recipient's address",
                "RCPT | 554 5.7.1 blocked | 554 5.7.1 to the recipient's address",
                "MAIL | 552 5.3.4 too large | 552 5.3.4 to the sender's address",
                "DATA | 554 no | 554 to the mail",
                ". | 550 5.7.1 spam, anna@donor.example | 550 5.7.1 to the mail"
            })
    void whatTheServerRefusesIsRefused(String command, String answer, String reason) {
        server.answer(command, answer);

        assertThat(sender.send(letter().message()))
                .isEqualTo(new Delivery.Refused("the mail server answered " + reason));
        assertThat(sender.health().working()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 550 5.7.1 sender unknown",
                "MAIL | 530 5.7.0 authentication required",
                "RCPT | 553 5.7.1 <bot@fund.example>: Sender address rejected: not owned by user",
                "RCPT | 554 5.7.1 <anna@donor.example>: Relay access denied",
                ". | 550 5.4.5 daily sending quota exceeded"
            })
    void whatIsWrongWithTheAccountIsNoMailsFault(String command, String answer) {
        server.answer(command, answer);

        var delivery = sender.send(letter().message());

        assertThat(delivery).isInstanceOf(Delivery.Down.class);
        assertThat(delivery.toString())
                .contains("does not let this account send")
                .doesNotContain("anna");
        assertThat(sender.health().working()).isFalse();

        server.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Sent.class);
        assertThat(sender.health().working()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void aLineThatBreaksSendsLaterUnderTheSameName(String command) {
        server.answer(command, ScriptedServer.CUT);
        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Later.class);

        server.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Sent.class);

        assertThat(server.mails().stream()
                        .map(mail -> TestLetter.parsed(mail).headers().raw("message-id")))
                .hasSize(command.equals(".") ? 2 : 1)
                .containsOnly(
                        TestLetter.parsed(server.mails().getFirst()).headers().raw("message-id"));
    }

    @Test
    void aWrongPasswordLosesNothingAndIsNotTriedAgainAtOnce() {
        login(new Credential.Password("wrong"));
        server.answer("AUTH", "535 5.7.8 bad credentials");

        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Down.class);
        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Down.class);

        assertThat(server.commands().stream().filter(command -> command.startsWith("AUTH")))
                .hasSize(1);
        assertThat(sender.health().says()).contains("password").doesNotContain("wrong");

        server.answer("AUTH", "235 welcome");
        now = now.plusSeconds(61);
        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void aTokenIsAskedForAnewAtEachLogin() {
        var token = new String[] {"first"};
        login(new Credential.Token(() -> token[0]));

        sender.send(letter().message());

        assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH XOAUTH2"));
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void aServerWithoutStartTlsIsNotSpokenTo() {
        sender.close();
        sender = sender(TestLetter.settings(
                server.port(), Security.STARTTLS, "bot@fund.example", new Credential.Password("secret")));

        var delivery = sender.send(letter().message());

        assertThat(delivery).isInstanceOf(Delivery.Down.class);
        assertThat(delivery.toString()).contains("STARTTLS");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereLosesNothing() {
        server.close();

        assertThat(sender.send(letter().message())).isInstanceOf(Delivery.Down.class);
        assertThat(sender.health().working()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.test>\r\nRCPT TO:<thief@attack.test",
                "a@x.test\r\nDATA\r\n",
                "a@x.test, thief@attack.test",
                "<a@x.test>"
            })
    void anAddressThatIsMoreThanOneIsRefusedBeforeTheServerHearsOfIt(String address) {
        assertThat(sender.send(letter().to(address).message())).isInstanceOf(Delivery.Refused.class);

        assertThat(server.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n.\r\nMAIL FROM:<x@attack.test>\r\nRCPT TO:<y@attack.test>\r\nDATA\r\nSubject: z\r\n\r\nz",
                "a\r.\rb",
                ".\n..\n.a"
            })
    void noTextEndsAMailBeforeItsEnd(String text) {
        assertThat(sender.send(letter().saying(text).message())).isInstanceOf(Delivery.Sent.class);

        assertThat(server.mails()).hasSize(1);
        assertThat(server.mails().getFirst().replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                .containsExactly("RCPT TO:<anna@donor.example>");
    }

    @Test
    void dotsAtTheBeginningOfALineAreDoubled() {
        sender.send(letter().saying(".\n..x").in(Language.EN).message());

        assertThat(server.mails().getFirst()).contains("\r\n..\r\n...x\r\n");
    }

    @Test
    void lettersOtherThanLatinOnesNeedAServerThatKnowsThem() {
        assertThat(sender.send(letter().to("анна@причал.рф").message())).isInstanceOf(Delivery.Refused.class);
        assertThat(server.mails()).isEmpty();

        server.answer("EHLO", "250-mx.fund.example\r\n250-8BITMIME\r\n250 SMTPUTF8");
        assertThat(sender.send(letter().to("анна@причал.рф").message())).isInstanceOf(Delivery.Sent.class);
        assertThat(server.commands()).contains("MAIL FROM:<bot@fund.example> SMTPUTF8");
    }

    @Test
    void aDomainInOtherLettersIsSpelledForTheServer() {
        assertThat(sender.send(letter().to("anna@причал.рф").message())).isInstanceOf(Delivery.Sent.class);

        assertThat(server.commands()).contains("RCPT TO:<anna@xn--80apknf7b.xn--p1ai>");
    }

    @Test
    void moreThanTheServerTakesInAMinuteGoesLater() {
        sender.close();
        var settings = TestLetter.settings(server.port());
        sender = sender(new OutgoingSettings(settings.server(), settings.address(), settings.name(), 2));

        sender.send(letter().message(1));
        sender.send(letter().message(2));

        assertThat(sender.send(letter().message(3)))
                .isEqualTo(new Delivery.Later("no more than 2 mails a minute", Optional.of(Duration.ofMinutes(1))));
        now = now.plusSeconds(60);
        assertThat(sender.send(letter().message(3))).isInstanceOf(Delivery.Sent.class);
    }
}
