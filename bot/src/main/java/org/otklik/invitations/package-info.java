/** How colleagues come and go: invited by an admin, with a code that they type; shown out when they leave. */
@NullMarked
package org.otklik.invitations;

import org.jspecify.annotations.NullMarked;
