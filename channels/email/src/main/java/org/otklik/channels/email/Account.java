package org.otklik.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.channels.email.connection.Authorities;
import org.otklik.channels.email.connection.Credential;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.MailServer.Protocol;
import org.otklik.channels.email.connection.Security;

/** What the settings say of one of the two servers, of which each has the same keys. */
record Account(
        Protocol protocol,
        Optional<String> host,
        Optional<Integer> port,
        Security security,
        Optional<String> user,
        Optional<String> password,
        Optional<String> token,
        Optional<Path> tokenFile,
        Optional<Path> caFile) {
    static Account of(EmailSettings.Imap imap) {
        return new Account(
                Protocol.IMAP,
                imap.host(),
                imap.port(),
                imap.security(),
                imap.user(),
                imap.password(),
                imap.token(),
                imap.tokenFile(),
                imap.caFile());
    }

    static Account of(EmailSettings.Smtp smtp) {
        return new Account(
                Protocol.SMTP,
                smtp.host(),
                smtp.port(),
                smtp.security(),
                smtp.user(),
                smtp.password(),
                smtp.token(),
                smtp.tokenFile(),
                smtp.caFile());
    }

    private String section() {
        return "channels.email." + protocol.word();
    }

    /** What is missing or too much, in one line; empty when a connection can be tried. */
    Optional<String> wrong() {
        long secrets = Stream.of(password, token, tokenFile)
                .filter(Optional::isPresent)
                .count();
        if (host.isEmpty()) {
            return line("host", "has no value", protocol.word() + ".example.org");
        }
        if (secrets > 1) {
            return line("password", "is given beside a token; keep one of the two", "a long random text");
        }
        if (user.isPresent() && secrets == 0) {
            return line("password", "has no value, and there is no token either", "a long random text");
        }
        if (user.isEmpty() && (secrets == 1 || protocol == Protocol.IMAP)) {
            return line("user", "has no value", "hello@example.org");
        }
        return tokenFile
                .filter(file -> !Files.isReadable(file))
                .flatMap(file -> line("token-file", "is not a file that can be read", "/run/otklik/token"))
                .or(() -> caFile.filter(file -> authorities(file).isEmpty())
                        .flatMap(file -> line("ca-file", "is not a file of certificates (PEM)", "/etc/otklik/ca.pem")));
    }

    private static Optional<Authorities> authorities(Path file) {
        try {
            return Optional.of(Authorities.in(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> line(String key, String what, String example) {
        var full = section() + "." + key;
        return Optional.of(full + ": " + what + "; for example: " + full + ": " + example);
    }

    /** @throws IllegalStateException when something is {@link #wrong} */
    MailServer server() {
        return new MailServer(
                section(),
                host.orElseThrow(() -> new IllegalStateException(section() + ".host has no value")),
                port.orElse(MailServer.usualPort(protocol, security)),
                security,
                user.orElse(""),
                credential(),
                caFile.map(file -> authorities(file)
                        .orElseThrow(() -> new IllegalStateException(section() + ".ca-file can't be read"))));
    }

    private Credential credential() {
        return password.<Credential>map(Credential.Password::new)
                .or(() -> token.map(text -> new Credential.Token(() -> text)))
                .or(() -> tokenFile.map(file -> new Credential.Token(() -> read(file))))
                .orElseGet(Credential.None::new);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the token can't be read", e);
        }
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return section();
    }
}
