@NullMarked
package org.otklik.channels.telegram;

import org.jspecify.annotations.NullMarked;
