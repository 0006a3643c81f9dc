package org.otklik.channels.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.channels.email.outgoing.TestLetter.letter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.vertx.core.buffer.Buffer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Attachment;
import org.otklik.channels.Delivery;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.Security;
import org.otklik.channels.email.mime.Part;

/** What a real mail server makes of our mails. */
class GreenMailSendingTest {
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});

    @BeforeEach
    void start() {
        server.setUser("bot@fund.example", "bot@fund.example", "пароль");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpSender sender(String password) {
        var settings = TestLetter.settings(
                server.getSmtp().getPort(), Security.NONE, "bot@fund.example", new Credential.Password(password));
        return new SmtpSender(settings, TestLetter.CLOCK);
    }

    private Part received() throws MessagingException, IOException {
        MimeMessage mail = server.getReceivedMessages()[0];
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return TestLetter.parsed(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        var file = new Attachment("Отчёт 🐾.csv", "text/csv", Buffer.buffer("\uFEFFимя\nАнна\n"));
        try (var sender = sender("пароль")) {
            var delivery = sender.send(letter().saying("Здравствуйте, Анна! 🙂\n.\nТочка.")
                    .with(file)
                    .message());

            assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = received();
        assertThat(mail.headers().text("subject")).isEqualTo("Помощь");
        assertThat(TestLetter.find(mail, "text/plain").text().strip()).isEqualTo("Здравствуйте, Анна! 🙂\n.\nТочка.");
        assertThat(mail.parts().getLast().name()).contains("Отчёт 🐾.csv");
        assertThat(Buffer.buffer(mail.parts().getLast().bytes()).toString()).isEqualTo("\uFEFFимя\nАнна\n");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        var settings = TestLetter.settings(
                server.getSmtps().getPort(), Security.TLS, "bot@fund.example", new Credential.Password("пароль"));
        try (var sender = new SmtpSender(settings, TestLetter.CLOCK)) {
            var delivery = sender.send(letter().message());

            assertThat(delivery).isInstanceOf(Delivery.Down.class);
            assertThat(delivery.toString()).contains("certificate");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
