/** Dates and times in words: what they mean, seen from the moment at which they were said. */
@NullMarked
package org.otklik.nlu.time;

import org.jspecify.annotations.NullMarked;
