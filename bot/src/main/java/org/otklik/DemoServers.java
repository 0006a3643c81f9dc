package org.otklik;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.config.Configuration;
import org.otklik.fixtures.DemoMail;
import org.otklik.fixtures.DemoTelegram;
import org.otklik.host.Channels;

/** Servers of its own that a demo starts for the media that are not configured, and what it tells about them. */
record DemoServers(Optional<DemoMail> mail, Optional<DemoTelegram> telegram) implements AutoCloseable {
    private static final String TELEGRAM = "telegram";

    static DemoServers none() {
        return new DemoServers(Optional.empty(), Optional.empty());
    }

    static DemoServers besides(Configuration configuration) {
        var mail =
                Channels.sender(configuration).isPresent() ? Optional.<DemoMail>empty() : Optional.of(DemoMail.start());
        boolean isOff = Optional.ofNullable(Channels.states(configuration).get(TELEGRAM))
                .flatMap(reason -> reason)
                .isPresent();
        return new DemoServers(mail, isOff ? Optional.of(DemoTelegram.start(Clock.systemUTC())) : Optional.empty());
    }

    /** As variables of the environment. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        mail.map(DemoMail::settings).ifPresent(settings::putAll);
        telegram.map(DemoTelegram::settings).ifPresent(settings::putAll);
        return settings;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        mail.ifPresent(it -> {
            lines.add("  mails of the demo: send them to smtp://localhost:" + it.smtpPort()
                    + ", read them at imap://localhost:" + it.imapPort());
            lines.add("    every address has a mailbox there; its password is " + DemoMail.PASSWORD);
        });
        telegram.ifPresent(it -> {
            lines.add("  Telegram of the demo, under any name: curl " + it.url() + "/say -d user=anna -d text=Hello");
            lines.add("    answers: curl '" + it.url() + "/chat?user=anna'   buttons: curl " + it.url()
                    + "/press -d user=anna -d label=…");
        });
        return lines;
    }

    @Override
    public void close() {
        telegram.ifPresent(DemoTelegram::close);
        mail.ifPresent(DemoMail::close);
    }
}
