package org.otklik.channels.email;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.xbill.DNS.ExtendedResolver;

/**
 * The public keys of signatures as the DNS knows them. A domain whose servers did not answer is left alone for a while, since each mail of
 * it would hold up those behind it.
 */
final class KeyServers implements PublicKeyRecordRetriever {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofMinutes(2);
    private static final int MOST_DOMAINS = 1_000;

    private final PublicKeyRecordRetriever dns;
    private final Clock clock;
    private final Cache<String, Instant> restingUntil =
            CacheBuilder.newBuilder().maximumSize(MOST_DOMAINS).build();

    KeyServers(PublicKeyRecordRetriever dns, Clock clock) {
        this.dns = dns;
        this.clock = clock;
    }

    /** Asks the name servers of this machine. */
    static KeyServers ofThisMachine(Clock clock) {
        var resolver = new ExtendedResolver();
        resolver.setTimeout(PATIENCE);
        resolver.setRetries(1);
        return new KeyServers(new DNSPublicKeyRecordRetriever(resolver), clock);
    }

    @Override
    public List<String> getRecords(CharSequence methods, CharSequence selector, CharSequence domain)
            throws TempFailException, PermFailException {
        var now = clock.instant();
        var until = restingUntil.getIfPresent(domain.toString());
        if (until != null && now.isBefore(until)) {
            throw new TempFailException("its name servers did not answer");
        }
        try {
            return dns.getRecords(methods, selector, domain);
        } catch (TempFailException e) {
            restingUntil.put(domain.toString(), now.plus(REST));
            throw e;
        }
    }
}
