@NullMarked
package org.otklik.channels.email.outgoing;

import org.jspecify.annotations.NullMarked;
