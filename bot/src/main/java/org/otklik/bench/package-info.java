/** Measurements of the whole product, each against a limit that the same machine sets or that people feel. */
@NullMarked
package org.otklik.bench;

import org.jspecify.annotations.NullMarked;
