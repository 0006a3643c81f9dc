/** Who has changed what: the log of changes, as far as somebody may ask for it. */
@NullMarked
package org.otklik.audit;

import org.jspecify.annotations.NullMarked;
