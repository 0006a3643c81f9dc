/** Articles, and answers found in them. */
@NullMarked
package org.otklik.knowledge;

import org.jspecify.annotations.NullMarked;
