/** How the organisation's mail servers are reached, and what is wrong when they can't be. */
@NullMarked
package org.otklik.channels.email.connection;

import org.jspecify.annotations.NullMarked;
