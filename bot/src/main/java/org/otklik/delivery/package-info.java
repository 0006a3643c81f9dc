/** From a queued reply to the channel that carries it. */
@NullMarked
package org.otklik.delivery;

import org.jspecify.annotations.NullMarked;
