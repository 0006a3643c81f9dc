/** The one lock of the stand-in, and waiting for what happens under it. */
@NullMarked
package org.otklik.botapi.waiting;

import org.jspecify.annotations.NullMarked;
