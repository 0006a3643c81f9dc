package org.otklik.channels.webchat;

import java.util.Optional;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelFactory;
import org.otklik.channels.ChannelHost;

/** Makes the web chat. */
public final class WebChatFactory implements ChannelFactory<WebChatSettings> {
    @Override
    public String name() {
        return "webchat";
    }

    @Override
    public Class<WebChatSettings> settings() {
        return WebChatSettings.class;
    }

    @Override
    public Optional<String> off(WebChatSettings settings) {
        return settings.enabled() ? Optional.empty() : Optional.of("channels.webchat.enabled is false");
    }

    @Override
    public Channel open(WebChatSettings settings, ChannelHost host) {
        return new WebChatChannel(settings, host);
    }
}
