/** What happened between the organisation and people. */
@NullMarked
package org.otklik.interactions;

import org.jspecify.annotations.NullMarked;
