package org.otklik.channels.email;

import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelFactory;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.RawReader;

/** Makes the e-mail channel. */
public final class EmailFactory implements ChannelFactory<EmailSettings> {
    static final String NAME = "email";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<EmailSettings> settings() {
        return EmailSettings.class;
    }

    @Override
    public Optional<String> off(EmailSettings settings) {
        return settings.imap().host().isEmpty() && settings.smtp().host().isEmpty()
                ? Optional.of("no mailbox is configured; see channels.email.imap")
                : Optional.empty();
    }

    @Override
    public Optional<String> wrong(EmailSettings settings) {
        if (off(settings).isPresent()) {
            return Optional.empty();
        }
        if (settings.address().isEmpty()) {
            return Optional.of("channels.email.address: has no value; for example: channels.email.address:"
                    + " hello@example.org");
        }
        return Stream.of(Account.of(settings.imap()), Account.of(settings.smtp()))
                .flatMap(account -> account.wrong().stream())
                .findFirst();
    }

    @Override
    public Optional<String> sender(EmailSettings settings) {
        return off(settings).isPresent() ? Optional.empty() : settings.address();
    }

    @Override
    public Channel open(EmailSettings settings, ChannelHost host) {
        return new EmailChannel(settings, host);
    }

    @Override
    public Optional<ChannelHealth> probe(EmailSettings settings) {
        return Optional.of(EmailChannel.probe(settings));
    }

    @Override
    public Optional<RawReader> reader(EmailSettings settings) {
        return Optional.of(new MailReader(OwnMailbox.of(settings)));
    }
}
