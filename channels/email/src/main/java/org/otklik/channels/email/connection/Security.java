package org.otklik.channels.email.connection;

/** How a connection to a mail server is kept from being read by others. */
public enum Security {
    /** From its first byte (RFC 8314). */
    TLS,
    /** After the greeting, and never without it (RFC 2595, RFC 3207). */
    STARTTLS,
    /** Not at all, for a server on the same machine. */
    NONE
}
