/** What happens and when, and who comes. */
@NullMarked
package org.otklik.events;

import org.jspecify.annotations.NullMarked;
