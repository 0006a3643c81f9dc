/** Letters that are more than their words: written by machines, passed on, or not from whom they say. */
@NullMarked
package org.otklik.letters;

import org.jspecify.annotations.NullMarked;
