package org.otklik.bench;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A mailbox full of replies that quote what they answer, on a mail server of this process. */
final class BenchMailbox implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String ADDRESS = "hello@bench.example";
    private static final String PASSWORD = "bench";
    private static final int WRITERS = 1_000;
    /** Of which base64 makes a third more, and Russian letters take two. */
    private static final int BYTES = 20_000;
    /** The server's answer to FETCH says so; asked for in one request, as the product asks for one mail at a time. */
    private static final int CHUNK = 1 << 20;

    private static final String HEAD = Resource.read("reply.txt");
    private static final String ANSWER = Resource.read("answer.txt");
    private static final String QUOTED = Resource.read("quoted.txt");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP)
    });
    private final GreenMailUser user;

    BenchMailbox() {
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, PASSWORD);
    }

    /** Fills a folder. */
    void fill(String name, int mails, Instant now) {
        var folders = server.getManagers().getImapHostManager();
        try {
            var folder = folders.createMailbox(user, name);
            for (int number = 0; number < mails; number++) {
                append(folder, name + "-" + number, number % WRITERS, now);
            }
        } catch (AuthorizationException | FolderException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(MailFolder folder, String id, int writer, Instant now) throws MessagingException {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        var body = new StringBuilder(ANSWER.formatted(id));
        while (body.length() < BYTES * 3 / 8) {
            body.append(QUOTED);
        }
        var raw = HEAD.formatted(writer, ADDRESS, id, date).replace("\n", "\r\n")
                + Base64.getMimeEncoder().encodeToString(body.toString().getBytes(StandardCharsets.UTF_8));
        var bytes = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8));
        folder.appendMessage(
                new MimeMessage(Session.getInstance(new Properties()), bytes), new Flags(), Date.from(now));
    }

    /** Fetches every mail of a folder and throws it away. */
    void fetchAlone(String name) {
        var properties = new Properties();
        properties.setProperty("mail.imap.fetchsize", String.valueOf(CHUNK));
        properties.setProperty("mail.imap.peek", "true");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect(HOST, server.getImap().getPort(), ADDRESS, PASSWORD);
            try (var folder = store.getFolder(name)) {
                folder.open(Folder.READ_ONLY);
                for (var mail : folder.getMessages()) {
                    mail.writeTo(OutputStream.nullOutputStream());
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many mails of a folder are marked as read. */
    int read(String name) {
        return (int) server.getManagers().getImapHostManager().getFolder(user, name).getMessages().stream()
                .filter(mail -> mail.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    /** The settings of a channel that reads one folder of it. */
    Map<String, String> settings(String folder) {
        var settings = new HashMap<String, String>();
        settings.put("ADDRESS", ADDRESS);
        settings.put("IMAP_USER", ADDRESS);
        settings.put("IMAP_PASSWORD", PASSWORD);
        settings.put("IMAP_FOLDERS", folder);
        settings.put("IMAP_PORT", String.valueOf(server.getImap().getPort()));
        settings.put("SMTP_PORT", String.valueOf(server.getSmtp().getPort()));
        for (var side : new String[] {"IMAP", "SMTP"}) {
            settings.put(side + "_HOST", HOST);
            settings.put(side + "_SECURITY", "none");
        }
        var variables = new HashMap<String, String>();
        settings.forEach((key, value) -> variables.put("OTKLIK_CHANNELS_EMAIL_" + key, value));
        return variables;
    }

    @Override
    public void close() {
        server.stop();
    }
}
