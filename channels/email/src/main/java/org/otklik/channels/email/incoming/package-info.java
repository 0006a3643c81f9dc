/** Fetching: mails come from the folders of a mailbox into the inbox, each once, whatever breaks on the way. */
@NullMarked
package org.otklik.channels.email.incoming;

import org.jspecify.annotations.NullMarked;
