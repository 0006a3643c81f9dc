/** What people may ask about their data: a copy of it, and that it goes. */
@NullMarked
package org.otklik.privacy;

import org.jspecify.annotations.NullMarked;
