package org.otklik.channels.email;

import java.util.Optional;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelFactory;
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
        return Optional.of("no mailbox is configured");
    }

    @Override
    public Optional<String> sender(EmailSettings settings) {
        return off(settings).isPresent() ? Optional.empty() : settings.address();
    }

    @Override
    public Channel open(EmailSettings settings, ChannelHost host) {
        throw new IllegalStateException("no mailbox is configured");
    }

    @Override
    public Optional<RawReader> reader(EmailSettings settings) {
        return Optional.of(new MailReader(OwnMailbox.of(settings)));
    }
}
