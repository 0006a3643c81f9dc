/** Everything that happens at a time, and not because of a message. */
@NullMarked
package org.otklik.jobs;

import org.jspecify.annotations.NullMarked;
