/** Who may see and do what; decided here and nowhere else. */
@NullMarked
package org.otklik.access;

import org.jspecify.annotations.NullMarked;
