package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real IMAP server: this machine's own Dovecot, on loopback. All that it keeps is in one folder; mails are given to it as mail servers do,
 * by putting a file into the folder of a mailbox (Maildir).
 */
final class Dovecot implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    /** Of every mailbox. */
    static final String PASSWORD = "bench";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String NEW = "new";
    private static final String LOOKED_AT = "cur";
    private static final String BY_EVERYBODY = "rwxr-xr-x";

    private final Path folder;
    private final Accounts accounts;
    private final int port = Bot.freePort();
    private final Process process;

    /** Under which its parts run: for root those that its package has made, else whoever starts it. */
    private record Accounts(String internal, String internalGroup, String login, String mail, String mailGroup) {
        static Accounts of(PosixFileAttributes own) {
            var user = own.owner().getName();
            var group = own.group().getName();
            return user.equals("root")
                    ? new Accounts("dovecot", "dovecot", "dovenull", "mail", "mail")
                    : new Accounts(user, group, user, user, group);
        }
    }

    /**
     * Starts it.
     *
     * @param folder an empty one; its parents have to let others pass
     * @throws MissingProgram when it is not installed
     */
    Dovecot(Path folder) {
        this.folder = folder;
        try {
            this.accounts = Accounts.of(Files.readAttributes(folder, PosixFileAttributes.class));
            var settings = Files.writeString(folder.resolve("dovecot.conf"), settings());
            this.process = start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Deadline.in(PATIENCE).meets(() -> listens() || !process.isAlive()) || !process.isAlive()) {
            close();
            throw new IllegalStateException("Dovecot does not start: " + log());
        }
    }

    private String settings() {
        var values = Map.of(
                "folder", folder.toString(),
                "port", String.valueOf(port),
                "password", PASSWORD,
                "internal", accounts.internal(),
                "internalGroup", accounts.internalGroup(),
                "login", accounts.login(),
                "mail", accounts.mail(),
                "mailGroup", accounts.mailGroup());
        var text = Resource.read("dovecot.conf");
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text + "\n";
    }

    private Process start(Path settings) throws IOException {
        var builder = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("dovecot.log").toFile()));
        if (!Files.isExecutable(PROGRAM) || !Files.isExecutable(Path.of("/usr/lib/dovecot/imap"))) {
            throw new MissingProgram("Dovecot was not found (Debian: apt-get install dovecot-imapd)");
        }
        return builder.start();
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(HOST), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("dovecot.log")).strip();
        } catch (IOException e) {
            return "it said nothing";
        }
    }

    int port() {
        return port;
    }

    /** Makes an empty mailbox. Its name is the user's. */
    void create(String mailbox) {
        try {
            open(ownedByMail(folder.resolve(mailbox)));
            for (var part : List.of(NEW, LOOKED_AT, "tmp")) {
                ownedByMail(folder.resolve(mailbox).resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ownedByMail(Path part) throws IOException {
        Files.createDirectory(part);
        var owner = part.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(accounts.mail());
        return Files.setOwner(part, owner);
    }

    private static void open(Path part) throws IOException {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(BY_EVERYBODY));
    }

    /** Puts mails into a mailbox, in this order, at once. The files may be in several mailboxes. */
    void deliver(String mailbox, List<Path> mails) {
        try {
            for (var mail : mails) {
                Files.createLink(folder.resolve(mailbox).resolve(NEW).resolve(mail.getFileName()), mail);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many mails of a mailbox are marked as read. */
    int seen(String mailbox) {
        try (var files = Files.list(folder.resolve(mailbox).resolve(LOOKED_AT))) {
            return (int) files.filter(file -> file.toString().matches(".*:2,[A-Z]*S[A-Z]*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
