/** Sending: replies go out in pieces that Telegram takes, no faster than it takes them. */
@NullMarked
package org.otklik.channels.telegram.outgoing;

import org.jspecify.annotations.NullMarked;
