package org.otklik.channels.email.outgoing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.otklik.channels.email.connection.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to the mail server. Some are kept open for the next mails. Safe for threads. */
final class MailLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailLine.class);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 4;

    private final MailServer server;
    private final Clock clock;
    private final Session session;
    private final Session utf8Session;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private boolean isClosed;

    private record Kept(SMTPTransport transport, Instant since) {}

    MailLine(MailServer server, Recipient sender, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.session = session(server, sender);
        this.utf8Session = session(server, sender);
        utf8Session.getProperties().setProperty("mail.mime.allowutf8", "true");
    }

    private static Session session(MailServer server, Recipient sender) {
        var session = server.session(MailServer.Protocol.SMTP);
        var properties = session.getProperties();
        properties.setProperty("mail.smtp.localhost", sender.domain());
        properties.setProperty("mail.smtp.from", sender.address());
        properties.setProperty("mail.smtp.quitwait", "false");
        return session;
    }

    /** What a mail is written for that goes to somebody. */
    Session sessionFor(Recipient recipient) {
        return recipient.needsUtf8() ? utf8Session : session;
    }

    /** A connection that was kept and still stands, or a new one. One for addresses in any letters is used for nothing else. */
    SMTPTransport connected(Recipient recipient) throws MessagingException {
        if (!recipient.needsUtf8()) {
            for (var free = taken(); free.isPresent(); free = taken()) {
                if (free.get().isConnected()) {
                    return free.get();
                }
            }
        }
        var transport = (SMTPTransport) sessionFor(recipient).getTransport(MailServer.Protocol.SMTP.word());
        server.connect(transport);
        return transport;
    }

    private synchronized Optional<SMTPTransport> taken() {
        var oldest = clock.instant().minus(IDLE);
        while (!kept.isEmpty() && kept.peekLast().since().isBefore(oldest)) {
            hangUp(kept.removeLast().transport());
        }
        return Optional.ofNullable(kept.poll()).map(Kept::transport);
    }

    /** Takes back a connection over which a mail went well. */
    void keep(SMTPTransport transport, Recipient recipient) {
        if (recipient.needsUtf8() || !isKept(transport)) {
            hangUp(transport);
        }
    }

    private synchronized boolean isKept(SMTPTransport transport) {
        boolean hasRoom = !isClosed && kept.size() < MOST_KEPT;
        if (hasRoom) {
            kept.push(new Kept(transport, clock.instant()));
        }
        return hasRoom;
    }

    /** Whatever comes of it, the mail has gone or has not. */
    static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server has hung up first", e);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        kept.forEach(free -> hangUp(free.transport()));
        kept.clear();
    }
}
