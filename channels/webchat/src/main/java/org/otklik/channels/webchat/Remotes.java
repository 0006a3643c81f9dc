package org.otklik.channels.webchat;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** From which network address a request comes, for limits: IPv4 whole, IPv6 by its /64, which is one household's. */
final class Remotes {
    private final boolean trustsProxy;

    Remotes(boolean trustsProxy) {
        this.trustsProxy = trustsProxy;
    }

    String of(HttpServerRequest request) {
        if (trustsProxy) {
            // The proxy appends what it saw to what the client claimed, so only the last entry is worth anything.
            var claims = request.headers().getAll("X-Forwarded-For");
            if (!claims.isEmpty()) {
                var entries = claims.getLast().split(",");
                return network(entries[entries.length - 1].strip());
            }
        }
        var address = request.remoteAddress();
        var host = address == null ? null : address.hostAddress();
        return host == null ? "local" : network(host);
    }

    private static String network(String literal) {
        try {
            var address = InetAddress.ofLiteral(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
