/** Members of staff: invited, signed in, revoked. */
@NullMarked
package org.otklik.staff;

import org.jspecify.annotations.NullMarked;
