/** What the bot learns from the messages that it did not understand. */
@NullMarked
package org.otklik.learning;

import org.jspecify.annotations.NullMarked;
