/** Receiving: updates come from the Bot API into the inbox, each once, whatever breaks on the way. */
@NullMarked
package org.otklik.channels.telegram.incoming;

import org.jspecify.annotations.NullMarked;
