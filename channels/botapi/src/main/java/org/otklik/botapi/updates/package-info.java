/** Updates, and the two ways in which a bot gets them. */
@NullMarked
package org.otklik.botapi.updates;

import org.jspecify.annotations.NullMarked;
