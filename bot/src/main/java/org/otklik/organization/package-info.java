/** What the bot must know of the organisation that runs it. */
@NullMarked
package org.otklik.organization;

import org.jspecify.annotations.NullMarked;
