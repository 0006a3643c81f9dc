@NullMarked
package org.otklik.channels.email.incoming;

import org.jspecify.annotations.NullMarked;
