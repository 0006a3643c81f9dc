/** Time as an organization lives it: when its office is open. */
@NullMarked
package org.otklik.time;

import org.jspecify.annotations.NullMarked;
