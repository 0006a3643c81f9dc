/** Who talks where, and what was written there. */
@NullMarked
package org.otklik.botapi.chats;

import org.jspecify.annotations.NullMarked;
