/** Lists of people by a condition: understood from words, read back in words, and kept under a name. */
@NullMarked
package org.otklik.segments;

import org.jspecify.annotations.NullMarked;
