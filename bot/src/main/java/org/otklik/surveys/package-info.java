/** Questions that the organisation asks, and the answers. */
@NullMarked
package org.otklik.surveys;

import org.jspecify.annotations.NullMarked;
