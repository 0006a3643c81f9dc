/** Mails on their way out: how they are written, and how they are handed to the organisation's mail server. */
@NullMarked
package org.otklik.channels.email.outgoing;

import org.jspecify.annotations.NullMarked;
