/** Calls of the Bot API, and how they fail. */
@NullMarked
package org.otklik.channels.telegram.api;

import org.jspecify.annotations.NullMarked;
