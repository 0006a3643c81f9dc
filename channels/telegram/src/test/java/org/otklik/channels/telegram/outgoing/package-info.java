@NullMarked
package org.otklik.channels.telegram.outgoing;

import org.jspecify.annotations.NullMarked;
