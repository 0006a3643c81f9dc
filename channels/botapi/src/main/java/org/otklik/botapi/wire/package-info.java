/** Requests and answers as they travel. */
@NullMarked
package org.otklik.botapi.wire;

import org.jspecify.annotations.NullMarked;
