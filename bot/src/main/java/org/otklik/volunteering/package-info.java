/** Volunteers: who wants to help, and from when. */
@NullMarked
package org.otklik.volunteering;

import org.jspecify.annotations.NullMarked;
