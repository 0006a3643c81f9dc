/** Gifts, from a pledge to money received. */
@NullMarked
package org.otklik.giving;

import org.jspecify.annotations.NullMarked;
