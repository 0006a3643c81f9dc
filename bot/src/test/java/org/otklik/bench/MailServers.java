package org.otklik.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A real Dovecot and a real Postfix of the machine's own packages, on loopback. */
final class MailServers implements AutoCloseable {
    static final String ORGANIZATION = "hello@bot.example.org";

    private static final String HOST = "127.0.0.1";
    private static final String SCRIPT =
            Path.of("src/test/servers/mail-servers").toAbsolutePath().toString();

    private final Path folder;
    private final int imapPort;
    private final int smtpPort;

    /** @param folder that the mail programs' own users may enter */
    MailServers(Path folder) {
        this.folder = folder;
        var ports = IntStream.range(0, 3).map(_ -> freePort()).toArray();
        this.imapPort = ports[0];
        this.smtpPort = ports[1];
        run("start", ports);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String command, int... ports) {
        var words = Stream.concat(
                Stream.of(SCRIPT, command, folder.toString()),
                IntStream.of(ports).mapToObj(String::valueOf));
        try {
            var process = new ProcessBuilder(words.toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Path log() {
        return folder.resolve("mail-servers.log");
    }

    /** The settings of a bot that reads and writes here; only the server's own word makes it look, for its poll is far off. */
    Map<String, String> settings() {
        return Map.of(
                "OTKLIK_CHANNELS_EMAIL_ADDRESS",
                ORGANIZATION,
                "OTKLIK_CHANNELS_EMAIL_IMAP_HOST",
                HOST,
                "OTKLIK_CHANNELS_EMAIL_IMAP_PORT",
                String.valueOf(imapPort),
                "OTKLIK_CHANNELS_EMAIL_IMAP_SECURITY",
                "none",
                "OTKLIK_CHANNELS_EMAIL_IMAP_USER",
                ORGANIZATION,
                "OTKLIK_CHANNELS_EMAIL_IMAP_PASSWORD",
                "secret",
                "OTKLIK_CHANNELS_EMAIL_IMAP_POLL",
                "PT10M",
                "OTKLIK_CHANNELS_EMAIL_SMTP_HOST",
                HOST,
                "OTKLIK_CHANNELS_EMAIL_SMTP_PORT",
                String.valueOf(smtpPort),
                "OTKLIK_CHANNELS_EMAIL_SMTP_SECURITY",
                "none");
    }

    void stopImap() {
        run("stop-imap");
    }

    void startImap() {
        run("start-imap");
    }

    /** Somebody writes to the organisation; returns when Postfix has taken the mail. */
    void write(String from, String text) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", HOST);
        properties.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        var mail = new MimeMessage(Session.getInstance(properties));
        try {
            mail.setFrom(new InternetAddress(from, "Вера 🐾", "UTF-8"));
            mail.setRecipients(MimeMessage.RecipientType.TO, ORGANIZATION);
            mail.setSubject("Вопрос 🐾", "UTF-8");
            mail.setText(text, "UTF-8");
            mail.saveChanges();
            Transport.send(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails that somebody has got, as they stand in the mailbox. */
    List<String> received(String address) {
        var mailbox = folder.resolve("mail").resolve(address).resolve("new");
        if (!Files.isDirectory(mailbox)) {
            return List.of();
        }
        try (var files = Files.list(mailbox)) {
            return files.map(MailServers::content).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path mail) {
        try {
            return Files.readString(mail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("stop");
    }
}
