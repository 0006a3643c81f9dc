/** How new colleagues get access: invited by an admin, with a code that they type. */
@NullMarked
package org.otklik.invitations;

import org.jspecify.annotations.NullMarked;
