/** Deals: what is agreed on in several steps, from a first word to the end. */
@NullMarked
package org.otklik.deals;

import org.jspecify.annotations.NullMarked;
