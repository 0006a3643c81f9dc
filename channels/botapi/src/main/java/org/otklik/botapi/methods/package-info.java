/** The methods of the Bot API. */
@NullMarked
package org.otklik.botapi.methods;

import org.jspecify.annotations.NullMarked;
