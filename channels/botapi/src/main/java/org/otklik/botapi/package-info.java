/** A stand-in for Telegram's Bot API server at the wire, for tests, for the demo and for measuring. */
@NullMarked
package org.otklik.botapi;

import org.jspecify.annotations.NullMarked;
