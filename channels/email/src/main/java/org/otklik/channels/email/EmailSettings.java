package org.otklik.channels.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.email.connection.Security;

/** The settings of e-mail. What each means is told in {@code otklik.example.yaml}. */
@ConfigMapping(prefix = "channels.email")
public interface EmailSettings {
    /** The address that people write to. */
    @WithConverter(SettingValues.MailAddress.class)
    Optional<String> address();

    /** Other addresses of the organisation's that deliver into the same mailbox. */
    Optional<List<@WithConverter(SettingValues.MailAddress.class) String>> aliases();

    /** The name beside the address; the organisation's own when empty. */
    Optional<String> displayName();

    /**
     * The name by which the organisation's own mail server signs its Authentication-Results (RFC 8601). That server must remove
     * such headers from what comes in. Without a name only signatures (DKIM) prove a sender.
     */
    Optional<String> authservId();

    Imap imap();

    Smtp smtp();

    /** Where mails come from. */
    interface Imap {
        @WithConverter(SettingValues.HostName.class)
        Optional<String> host();

        @WithConverter(SettingValues.Port.class)
        Optional<Integer> port();

        @WithDefault("tls")
        @WithConverter(SettingValues.SecurityWord.class)
        Security security();

        Optional<String> user();

        Optional<String> password();

        Optional<String> token();

        /** Read anew for each login. */
        Optional<Path> tokenFile();

        /** Who vouches for the server, where that is an authority of the operator's own. */
        Optional<Path> caFile();

        @WithDefault("INBOX")
        List<String> folders();

        @WithDefault("Otklik-failed")
        String failedFolder();

        @WithDefault("PT30S")
        Duration poll();

        @WithDefault("40")
        @WithConverter(SettingValues.Megabytes.class)
        int maxMegabytes();
    }

    /** Where mails go out. */
    interface Smtp {
        @WithConverter(SettingValues.HostName.class)
        Optional<String> host();

        @WithConverter(SettingValues.Port.class)
        Optional<Integer> port();

        @WithDefault("tls")
        @WithConverter(SettingValues.SecurityWord.class)
        Security security();

        Optional<String> user();

        Optional<String> password();

        Optional<String> token();

        /** Read anew for each login. */
        Optional<Path> tokenFile();

        /** Who vouches for the server, where that is an authority of the operator's own. */
        Optional<Path> caFile();

        @WithDefault("60")
        @WithConverter(SettingValues.Rate.class)
        int ratePerMinute();
    }
}
