package org.otklik.channels.webchat;

import io.vertx.core.http.HttpServerRequest;
import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sites may talk to the chat from a browser (RFC 6454). The bot's own pages always may. */
final class Origins {
    private final List<String> allowed;
    private final boolean allowsMissing;
    private final boolean trustsProxy;

    Origins(WebChatSettings settings) {
        allowed = settings.allowedOrigins().orElse(List.of()).stream()
                .map(Origins::asBrowsersWriteIt)
                .toList();
        allowsMissing = settings.allowMissingOrigin();
        trustsProxy = settings.trustProxy();
    }

    boolean allows(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return allowsMissing;
        }
        var site = origin.toLowerCase(Locale.ROOT);
        return isOwn(site, request) || allowed.stream().anyMatch(pattern -> matches(pattern, site));
    }

    /** Compares the authority alone: behind a proxy that ends TLS, the bot doesn't know that it is reached by https. */
    private boolean isOwn(String site, HttpServerRequest request) {
        var forwarded = trustsProxy ? request.getHeader("X-Forwarded-Host") : null;
        var host = forwarded == null ? String.valueOf(request.authority()) : forwarded;
        return authority(site)
                .filter(withoutDefaultPort(host.toLowerCase(Locale.ROOT))::equals)
                .isPresent();
    }

    /** Lower-case, without a slash at the end, a Russian domain in its ASCII form (RFC 5891). */
    private static String asBrowsersWriteIt(String origin) {
        int host = origin.indexOf("://") + 3;
        return (origin.substring(0, host) + IDN.toASCII(origin.substring(host).replaceAll("/$", "")))
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> authority(String site) {
        try {
            @Nullable String authority = URI.create(site).getRawAuthority();
            return Optional.ofNullable(authority).map(Origins::withoutDefaultPort);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutDefaultPort(String authority) {
        return authority.replaceAll(":(80|443)$", "");
    }

    private static boolean matches(String pattern, String site) {
        int star = pattern.indexOf("://*.");
        return star < 0
                ? pattern.equals(site)
                : site.startsWith(pattern.substring(0, star + 3)) && site.endsWith(pattern.substring(star + 4));
    }
}
