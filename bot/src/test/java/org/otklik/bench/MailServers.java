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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real Dovecot and a real Postfix of the machine's own packages, on loopback, with a mailbox for each address that there could be.
 */
public final class MailServers implements AutoCloseable {
    static final String ORGANIZATION = "hello@bot.example.org";

    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "secret";
    private static final String SCRIPT =
            Path.of("src/test/servers/mail-servers").toAbsolutePath().toString();

    private final Path folder;
    private final int imapPort;
    private final int smtpPort;
    private final int gatewayPort;

    /** @param folder that the mail programs' own users may enter */
    public MailServers(Path folder) {
        this.folder = folder;
        var ports = IntStream.range(0, 4).map(_ -> freePort()).toArray();
        this.imapPort = ports[0];
        this.smtpPort = ports[1];
        this.gatewayPort = ports[3];
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
        return settings(ORGANIZATION);
    }

    /** The settings of a bot that has this address. */
    public Map<String, String> settings(String address) {
        return settings(address, smtpPort);
    }

    /** Of one whose mails do not say that a machine wrote them. */
    public Map<String, String> settingsBehindTheGateway(String address) {
        return settings(address, gatewayPort);
    }

    private Map<String, String> settings(String address, int outgoing) {
        var email = new HashMap<>(Map.of(
                "ADDRESS", address, "SMTP_HOST", HOST, "SMTP_PORT", String.valueOf(outgoing), "SMTP_SECURITY", "none"));
        email.putAll(Map.of(
                "IMAP_HOST",
                HOST,
                "IMAP_PORT",
                String.valueOf(imapPort),
                "IMAP_SECURITY",
                "none",
                "IMAP_USER",
                address,
                "IMAP_PASSWORD",
                PASSWORD,
                "IMAP_POLL",
                "PT10M"));
        return email.entrySet().stream()
                .collect(Collectors.toMap(setting -> "OTKLIK_CHANNELS_EMAIL_" + setting.getKey(), Map.Entry::getValue));
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

    /** Hands over mails as they are, byte by byte; returns when Postfix has taken them. */
    public void deliver(String sender, String recipient, List<byte[]> mails) {
        try (var talk = new ServerTalk(HOST, smtpPort)) {
            talk.hear("220");
            talk.say("HELO attack.test").hear("250");
            for (var mail : mails) {
                talk.say("MAIL FROM:<" + sender + ">").hear("250");
                talk.say("RCPT TO:<" + recipient + ">").hear("250");
                talk.say("DATA").hear("354");
                talk.sayLines(mail);
                talk.say(".").hear("250");
            }
            talk.say("QUIT").hear("221");
        }
    }

    /** Puts mails into a mailbox as another server does that has looked at them already. */
    public void append(String address, List<byte[]> mails) {
        try (var talk = new ServerTalk(HOST, imapPort)) {
            talk.hear("* OK");
            talk.say("a LOGIN " + address + " " + PASSWORD).hearLast("a OK");
            for (var mail : mails) {
                talk.say("b APPEND INBOX {" + mail.length + "+}").say(mail).hearLast("b OK");
            }
            talk.say("c LOGOUT").hearLast("c OK");
        }
    }

    /** Whether Postfix has handed on all that it took. */
    public boolean isQueueEmpty() {
        return Stream.of("maildrop", "incoming", "active", "deferred")
                .allMatch(queue -> files(folder.resolve("queue").resolve(queue)).isEmpty());
    }

    /** What Postfix says of its work. */
    public String postfixLog() {
        return content(folder.resolve("postfix.log"));
    }

    /** Whether somebody has got mails that they have not read. */
    public boolean hasUnread(String address) {
        var mailbox = mailbox(address);
        return !files(mailbox.resolve("new")).isEmpty()
                || files(mailbox.resolve("cur")).stream()
                        .anyMatch(file -> !file.getFileName().toString().matches(".*:2,[A-RT-Z]*S.*"));
    }

    /** The mails of all people that they have not read. The folder above its own has the address for a name. */
    public Set<Path> unread() {
        return files(folder.resolve("mail")).stream()
                .filter(file -> file.getName(file.getNameCount() - 2).endsWith("new"))
                .collect(Collectors.toSet());
    }

    /** The mails that somebody has got and not read, as they stand in the mailbox. */
    List<String> received(String address) {
        return files(mailbox(address).resolve("new")).stream()
                .map(MailServers::content)
                .toList();
    }

    private Path mailbox(String address) {
        return folder.resolve("mail").resolve(address);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            // What is read by others changes while it is walked through.
            return files(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path mail) {
        try {
            return Files.readString(mail, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("stop");
    }
}
