@NullMarked
package org.otklik.channels.email.reply;

import org.jspecify.annotations.NullMarked;
