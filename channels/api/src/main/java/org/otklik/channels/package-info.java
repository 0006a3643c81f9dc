/** What a channel is to the bot, and what the bot lends a channel. */
@NullMarked
package org.otklik.channels;

import org.jspecify.annotations.NullMarked;
