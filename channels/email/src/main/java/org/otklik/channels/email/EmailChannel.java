package org.otklik.channels.email;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.email.connection.Complaint;
import org.otklik.channels.email.connection.MailServer;
import org.otklik.channels.email.connection.MailServer.Protocol;
import org.otklik.channels.email.incoming.ImapFetcher;
import org.otklik.channels.email.incoming.IncomingSettings;
import org.otklik.channels.email.outgoing.OutgoingSettings;
import org.otklik.channels.email.outgoing.SmtpSender;

/** E-mail, connected: mails are fetched by IMAP and sent by SMTP. */
final class EmailChannel implements Channel {
    /** Beyond this nobody reads on, and some mail programs cut. */
    private static final int LONGEST_TEXT = 1_000_000;

    private final ImapFetcher fetcher;
    private final SmtpSender sender;

    EmailChannel(EmailSettings settings, ChannelHost host) {
        var reader = new MailReader(OwnMailbox.of(settings), Dkim.overDns(host.clock()));
        this.fetcher = new ImapFetcher(incoming(settings), reader, host);
        this.sender = new SmtpSender(outgoing(settings, host), host.clock());
    }

    private static IncomingSettings incoming(EmailSettings settings) {
        var imap = settings.imap();
        return new IncomingSettings(
                Account.of(imap).server(),
                imap.folders(),
                imap.failedFolder(),
                imap.poll(),
                Math.multiplyExact(imap.maxMegabytes(), 1 << 20));
    }

    private static OutgoingSettings outgoing(EmailSettings settings, ChannelHost host) {
        var smtp = settings.smtp();
        return new OutgoingSettings(
                Account.of(smtp).server(),
                settings.address().orElseThrow(),
                language -> settings.displayName().orElseGet(() -> host.organization(language)),
                smtp.ratePerMinute());
    }

    /** Whether both servers let us in. */
    static ChannelHealth probe(EmailSettings settings) {
        return both(List.of(
                ImapFetcher.probe(incoming(settings)),
                probe(Account.of(settings.smtp()).server())));
    }

    private static ChannelHealth probe(MailServer smtp) {
        try (var transport = smtp.session(Protocol.SMTP).getTransport("smtp")) {
            smtp.connect(transport);
            return new ChannelHealth(true, "sends through " + smtp.host());
        } catch (MessagingException e) {
            return new ChannelHealth(false, "mails can't be sent: " + Complaint.about(smtp, e));
        }
    }

    private static ChannelHealth both(List<ChannelHealth> states) {
        return new ChannelHealth(
                states.stream().allMatch(ChannelHealth::working),
                states.stream()
                        .filter(state -> !state.working() || states.stream().allMatch(ChannelHealth::working))
                        .map(ChannelHealth::says)
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, false, LONGEST_TEXT, false);
    }

    @Override
    public void start() {
        fetcher.start();
    }

    @Override
    public Delivery send(OutboundMessage message) {
        return sender.send(message);
    }

    @Override
    public ChannelHealth health() {
        return both(List.of(fetcher.health(), sender.health()));
    }

    @Override
    public void close() {
        fetcher.close();
        sender.close();
    }
}
