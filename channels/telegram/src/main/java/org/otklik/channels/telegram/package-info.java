/** Telegram as a channel: a bot that people write to in private or in groups (Bot API, core.telegram.org/bots/api). */
@NullMarked
package org.otklik.channels.telegram;

import org.jspecify.annotations.NullMarked;
