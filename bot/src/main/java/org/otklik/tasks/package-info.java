/** What staff have to do, and by when. */
@NullMarked
package org.otklik.tasks;

import org.jspecify.annotations.NullMarked;
