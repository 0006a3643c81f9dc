/** How much a bot may send. */
@NullMarked
package org.otklik.botapi.limits;

import org.jspecify.annotations.NullMarked;
