package org.otklik.channels.webchat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The settings of the web chat. Rates refill evenly; a burst is how many may come at once after a silence. */
@ConfigMapping(prefix = "channels.webchat")
public interface WebChatSettings {
    @WithDefault("true")
    boolean enabled();

    /**
     * Sites that may embed the widget, besides the bot's own pages: {@code https://www.example.org}, or
     * {@code https://*.example.org} for a domain's subdomains.
     */
    Optional<List<String>> allowedOrigins();

    /** Lets in clients that send no Origin header. Browsers always send one, so only programs need this. */
    @WithDefault("false")
    boolean allowMissingOrigin();

    /** Messages and presses of one visitor. */
    @WithDefault("30")
    int messagesPerMinute();

    @WithDefault("30")
    int messageBurst();

    /** Messages and presses of everybody behind one network address: an office, a library. */
    @WithDefault("600")
    int messagesPerMinutePerAddress();

    /** New visitors from one network address. */
    @WithDefault("20")
    int sessionsPerMinutePerAddress();

    /** Returning visitors and reconnections from one network address. */
    @WithDefault("300")
    int hellosPerMinutePerAddress();

    /** Open connections from one network address. */
    @WithDefault("50")
    int connectionsPerAddress();

    /** The longest message, in UTF-16 units. */
    @WithDefault("8000")
    int maxMessageLength();

    /** Believes the last X-Forwarded-For and the X-Forwarded-Host, which a reverse proxy before the bot must set itself. */
    @WithDefault("false")
    boolean trustProxy();
}
