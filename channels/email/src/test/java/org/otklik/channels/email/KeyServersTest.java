package org.otklik.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.junit.jupiter.api.Test;

class KeyServersTest {
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-18T09:30:00Z");

    private final KeyServers servers = new KeyServers(
            (methods, selector, domain) -> {
                asked.add(domain.toString());
                if (domain.toString().equals("away.example")) {
                    throw new TempFailException("no answer");
                }
                return List.of("v=DKIM1; p=");
            },
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void aDomainThatDoesNotAnswerIsLeftAloneForAWhile() {
        ask("away.example");
        ask("away.example");
        assertThat(asked).hasSize(1);

        now = now.plus(Duration.ofMinutes(5));
        ask("away.example");
        assertThat(asked).hasSize(2);
    }

    @Test
    void otherDomainsAreAskedMeanwhile() throws Exception {
        ask("away.example");

        assertThat(servers.getRecords("dns/txt", "may", "dom.example")).isNotEmpty();
    }

    private void ask(String domain) {
        assertThatThrownBy(() -> servers.getRecords("dns/txt", "may", domain)).isInstanceOf(TempFailException.class);
    }
}
