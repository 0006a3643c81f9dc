package org.otklik.channels.email.incoming;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.Security;

/** A mailbox on a real mail server, which can be stopped and come back with everything in it. */
final class TestMailbox implements AutoCloseable {
    static final String ADDRESS = "hello@dom.example";
    static final String PASSWORD = "geheim";
    static final int MOST_BYTES = 100_000;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
    });
    private final GreenMailUser user;
    private ImapServer imap;

    TestMailbox() {
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, PASSWORD);
        imap = server.getImap();
    }

    IncomingSettings settings(String... folders) {
        return settings(imap.getPort(), Security.NONE, PASSWORD, folders);
    }

    IncomingSettings withTls() {
        return settings(server.getImaps().getPort(), Security.TLS, PASSWORD, "INBOX");
    }

    IncomingSettings settings(int port, Security security, String password, String... folders) {
        var account = new MailServer(
                "channels.email.imap", "127.0.0.1", port, security, ADDRESS, new Credential.Password(password));
        return settings(account, folders);
    }

    IncomingSettings settings(MailServer account, String... folders) {
        return new IncomingSettings(account, List.of(folders), "Не прочитано", Duration.ofSeconds(30), MOST_BYTES);
    }

    int port() {
        return imap.getPort();
    }

    void create(String folder) {
        try {
            server.getManagers().getImapHostManager().createMailbox(user, folder);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Numbers all mails of a folder anew, as after a move to another server. */
    void renumber(String folder) {
        var mails = mails(folder).stream().map(StoredMessage::getMimeMessage).toList();
        long validity = folder(folder).getUidValidity();
        // The server makes it of the time, in seconds.
        await().until(() -> {
            server.getManagers().getImapHostManager().deleteMailbox(user, folder);
            create(folder);
            return folder(folder).getUidValidity() != validity;
        });
        for (var mail : mails.reversed()) {
            folder(folder).appendMessage(mail, new Flags(), Date.from(Instant.now()));
        }
    }

    void deliver(String folder, String id, String text) {
        deliver(folder, id, text, new Flags(), Instant.now());
    }

    void deliver(String folder, String id, String text, Flags flags, Instant receivedAt) {
        var raw = """
                From: =?UTF-8?B?0JDQvdC90LA=?= <anna@donor.example>
                To: %s
                Subject: Помощь 🐾
                Message-ID: <%s@donor.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(ADDRESS, id, text).replace("\n", "\r\n");
        try {
            var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
            var mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
            folder(folder).appendMessage(mail, flags, Date.from(receivedAt));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(user, name);
    }

    List<StoredMessage> mails(String folder) {
        var found = folder(folder);
        return found == null ? List.of() : found.getNonDeletedMessages();
    }

    /** Which mails of a folder are marked as read. */
    List<Boolean> read(String folder) {
        return mails(folder).stream()
                .map(mail -> mail.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    void empty(String folder) throws FolderException {
        folder(folder).deleteAllMessages();
    }

    /** Breaks off all connections; what is in the mailbox stays. */
    void stop() {
        imap.stopService();
    }

    /** Comes back on the same port. */
    void startAgain() {
        imap = new ImapServer(
                new ServerSetup(imap.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP), server.getManagers());
        imap.startService();
        try {
            if (!imap.waitTillRunning(10_000)) {
                throw new AssertionError("the mail server does not come back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        imap.stopService();
        server.stop();
    }
}
