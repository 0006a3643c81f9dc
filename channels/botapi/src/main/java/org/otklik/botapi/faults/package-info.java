/** What goes wrong when a test wants it to. */
@NullMarked
package org.otklik.botapi.faults;

import org.jspecify.annotations.NullMarked;
