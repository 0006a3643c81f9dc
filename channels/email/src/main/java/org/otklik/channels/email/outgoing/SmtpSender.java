package org.otklik.channels.email.outgoing;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.email.connection.Complaint;

/**
 * Hands mails to the organisation's mail server. Its answer decides what becomes of a mail; where no answer came the mail goes again
 * under the same Message-ID. Safe for threads.
 */
public final class SmtpSender implements AutoCloseable {
    /** A server that is asked with a wrong password too often locks the account. */
    private static final Duration AFTER_REFUSED_LOGIN = Duration.ofMinutes(1);

    private final OutgoingSettings settings;
    private final Clock clock;
    private final MailLine line;
    private final MimeWriter writer;
    private final RateLimit limit;
    private volatile Optional<Trouble> trouble = Optional.empty();

    /** @param until when the server is asked again */
    private record Trouble(String reason, Instant until) {}

    /** @throws IllegalArgumentException when the sender's address is none */
    public SmtpSender(OutgoingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var sender = Recipient.of(settings.address())
                .orElseThrow(() -> new IllegalArgumentException("not an address to send from: " + settings.address()));
        this.line = new MailLine(settings.server(), sender, clock);
        this.writer = new MimeWriter(settings, sender, clock);
        this.limit = new RateLimit(settings.ratePerMinute(), clock);
    }

    /** Sends one mail. {@code Sent} tells its Message-ID. */
    public Delivery send(OutboundMessage message) {
        var recipient = Recipient.of(message.to().value());
        if (recipient.isEmpty()) {
            return new Delivery.Refused("the recipient's address is none that a mail can go to");
        }
        var now = clock.instant();
        var down = trouble.filter(
                past -> past.until().isAfter(now) && !past.until().isAfter(now.plus(AFTER_REFUSED_LOGIN)));
        if (down.isPresent()) {
            return new Delivery.Down(down.get().reason());
        }
        var pause = limit.pause();
        if (pause.isPresent()) {
            return new Delivery.Later("no more than " + settings.ratePerMinute() + " mails a minute", pause);
        }
        return send(message, recipient.get());
    }

    private Delivery send(OutboundMessage message, Recipient recipient) {
        MimeMessage mail;
        try {
            mail = writer.write(message, recipient, line.sessionFor(recipient));
        } catch (MessagingException e) {
            return new Delivery.Refused("the mail can't be written: " + Complaint.words(e));
        }
        SMTPTransport transport;
        try {
            transport = line.connected(recipient);
        } catch (MessagingException e) {
            return down(e);
        }
        if (recipient.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) {
            MailLine.hangUp(transport);
            return new Delivery.Refused("the mail server takes addresses in Latin letters only (no SMTPUTF8)");
        }
        try {
            transport.sendMessage(mail, new Address[] {new InternetAddress(recipient.address())});
            line.keep(transport, recipient);
            trouble = Optional.empty();
            return new Delivery.Sent(Optional.of(writer.id(message)));
        } catch (MessagingException e) {
            MailLine.hangUp(transport);
            return judged(Verdict.of(e));
        }
    }

    /** Nobody is at the other end, or it does not let us in. */
    private Delivery down(MessagingException problem) {
        var reason = Complaint.about(settings.server(), problem);
        var pause = problem instanceof AuthenticationFailedException ? AFTER_REFUSED_LOGIN : Duration.ZERO;
        trouble = Optional.of(new Trouble(reason, clock.instant().plus(pause)));
        return new Delivery.Down(reason);
    }

    private Delivery judged(Delivery verdict) {
        if (verdict instanceof Delivery.Down(var reason)) {
            trouble = Optional.of(new Trouble(reason, clock.instant()));
        }
        return verdict;
    }

    public ChannelHealth health() {
        return trouble.map(found -> new ChannelHealth(false, "mails can't be sent: " + found.reason()))
                .orElseGet(() -> new ChannelHealth(
                        true, "sends through " + settings.server().host()));
    }

    @Override
    public void close() {
        line.close();
    }
}
