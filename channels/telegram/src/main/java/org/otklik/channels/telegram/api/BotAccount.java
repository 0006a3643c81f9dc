package org.otklik.channels.telegram.api;

import java.net.URI;

/**
 * One bot, at one API server.
 *
 * @param server scheme, host and port; Telegram's own, a local one (github.com/tdlib/telegram-bot-api), or a stand-in
 * @param token the secret by which the server knows the bot
 */
public record BotAccount(URI server, String token) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    int port() {
        if (server.getPort() >= 0) {
            return server.getPort();
        }
        return server.getScheme().equals("http") ? HTTP : HTTPS;
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return server.toString();
    }
}
