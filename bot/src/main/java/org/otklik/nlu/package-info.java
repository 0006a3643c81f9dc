/** Understanding: from what was typed to acts with their entities. */
@NullMarked
package org.otklik.nlu;

import org.jspecify.annotations.NullMarked;
