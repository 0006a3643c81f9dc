package org.otklik.channels.email.incoming;

import java.time.Instant;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * A mail as its folder lists it, before it is fetched.
 *
 * @param handle what Jakarta Mail knows it by, while the folder is open
 * @param bytes as the server says (RFC822.SIZE)
 * @param receivedAt when the server took it in (INTERNALDATE)
 * @param isSeen whether somebody has read it
 */
record Listed(IMAPMessage handle, long uid, long bytes, Instant receivedAt, boolean isSeen) {}
