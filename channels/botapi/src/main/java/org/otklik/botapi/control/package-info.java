/** What people say and see, over HTTP. */
@NullMarked
package org.otklik.botapi.control;

import org.jspecify.annotations.NullMarked;
