/** From a stored message to a finished turn: inbox, turns, and the changes that they make. */
@NullMarked
package org.otklik.conversation;

import org.jspecify.annotations.NullMarked;
