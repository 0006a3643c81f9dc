package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LetterSinkTest {
    @Test
    void itTakesLetterAfterLetter() throws MessagingException {
        var session = Session.getInstance(new Properties());
        var letter = new MimeMessage(session);
        letter.setFrom("hello@bench.example");
        letter.setText("Спасибо! 🐾\r\n.\r\n.так начинается строка\r\n", "UTF-8");
        letter.saveChanges();

        try (var sink = new LetterSink();
                var transport = session.getTransport("smtp")) {
            transport.connect("localhost", sink.port(), null, null);
            for (int i = 0; i < 3; i++) {
                transport.sendMessage(letter, new Address[] {new InternetAddress("anna@people.example")});
            }

            assertThat(sink.letters()).isEqualTo(3);
        }
    }
}
