/** People who talk to the bot. */
@NullMarked
package org.otklik.botapi.people;

import org.jspecify.annotations.NullMarked;
