package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DovecotTest {
    @Test
    void aMailboxHasWhatWasPutIntoItInThatOrder() throws IOException, MessagingException {
        try (var scratch = new Scratch();
                var server = new Dovecot(scratch.openFolder("mail"))) {
            var mails = scratch.openFolder("mails");
            var first = Files.writeString(mails.resolve("1.M1.test"), "Subject: one\r\n\r\nодин\r\n");
            var second = Files.writeString(
                    mails.resolve("1.M2.test"), "Subject: two\r\n\r\nдва\r\n", StandardCharsets.UTF_8);
            server.create("anna");

            server.deliver("anna", List.of(first, second));

            assertThat(new PlainMailClient(server).fetchAll("anna")).isEqualTo(2);
            assertThat(server.seen("anna")).isZero();
            try (var store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect(Dovecot.HOST, server.port(), "anna", Dovecot.PASSWORD);
                var inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_WRITE);
                assertThat(inbox.getMessage(2).getSubject()).isEqualTo("two");
                inbox.getMessage(2).setFlag(Flags.Flag.SEEN, true);
            }
            assertThat(server.seen("anna")).isEqualTo(1);
        }
    }
}
