/** Conversations written down as scripts, played against the whole bot and judged. */
@NullMarked
package org.otklik.check;

import org.jspecify.annotations.NullMarked;
