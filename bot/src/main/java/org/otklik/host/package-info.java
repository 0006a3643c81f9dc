/** What the bot lends its channels: the inbox, sessions, history, and the one HTTP server. */
@NullMarked
package org.otklik.host;

import org.jspecify.annotations.NullMarked;
