/** Otklik: where it starts, and where its parts are put together. */
@NullMarked
package org.otklik;

import org.jspecify.annotations.NullMarked;
