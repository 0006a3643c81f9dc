@NullMarked
package org.otklik.channels.email;

import org.jspecify.annotations.NullMarked;
