package org.otklik.channels.email;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The settings of e-mail. */
@ConfigMapping(prefix = "channels.email")
public interface EmailSettings {
    /** The address that people write to. */
    Optional<String> address();

    /** Other addresses of the organisation's that deliver into the same mailbox. */
    Optional<List<String>> aliases();

    /**
     * The name by which the organisation's own mail server signs its Authentication-Results (RFC 8601). That server must remove
     * such headers from what comes in. Without a name no sender is believed.
     */
    Optional<String> authservId();
}
