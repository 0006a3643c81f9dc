/** Commands that are done once their author has sent a code back. */
@NullMarked
package org.otklik.confirmations;

import org.jspecify.annotations.NullMarked;
