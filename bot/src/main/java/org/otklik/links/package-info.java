/** What people press in a letter: links that only we can have made, and the pages behind them. */
@NullMarked
package org.otklik.links;

import org.jspecify.annotations.NullMarked;
