package org.otklik.channels.email.connection;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * An account on a mail server.
 *
 * @param settings the section of the settings that describes it, by which an operator is told what to look at
 * @param user empty where no login is needed
 * @param authorities those who vouch for the server; those that Java knows when empty
 */
public record MailServer(
        String settings,
        String host,
        int port,
        Security security,
        String user,
        Credential credential,
        Optional<Authorities> authorities) {
    /** For a connection, and for each answer. A server that says nothing for longer is taken for dead. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A server that an authority known to Java vouches for. */
    public MailServer(String settings, String host, int port, Security security, String user, Credential credential) {
        this(settings, host, port, security, user, credential, Optional.empty());
    }

    /** Where a mail server listens when nobody says otherwise. */
    public static int usualPort(Protocol protocol, Security security) {
        return switch (protocol) {
            case IMAP -> security == Security.TLS ? 993 : 143;
            case SMTP -> security == Security.TLS ? 465 : 587;
        };
    }

    /** The languages of mail servers, as Jakarta Mail names them. */
    public enum Protocol {
        IMAP("imap"),
        SMTP("smtp");

        private final String word;

        Protocol(String word) {
            this.word = word;
        }

        /** As it stands in the keys of Jakarta Mail's properties. */
        public String word() {
            return word;
        }
    }

    /** A session whose connections are encrypted as asked, and answer in time. Others may add to its properties. */
    public Session session(Protocol protocol) {
        var properties = new Properties();
        var prefix = "mail." + protocol.word() + ".";
        var patience = String.valueOf(PATIENCE.toMillis());
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + limit, patience);
        }
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
        properties.setProperty(
                prefix + "auth.mechanisms", credential instanceof Credential.Token ? "XOAUTH2" : "PLAIN LOGIN");
        if (authorities.isPresent()) {
            properties.put(prefix + "ssl.socketFactory", authorities.get().sockets());
            // Else whomever these don't vouch for is tried again with those that Java knows.
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
        return Session.getInstance(properties);
    }

    /** Connects and logs in. */
    public void connect(Service service) throws MessagingException {
        switch (credential) {
            case Credential.None() -> service.connect(host, port, null, null);
            case Credential.Password(var secret) -> service.connect(host, port, user, secret);
            case Credential.Token(var current) -> service.connect(host, port, user, current.get());
        }
    }
}
