/** What somebody must look at: a complaint, an unanswered case, a low mark. */
@NullMarked
package org.otklik.alerts;

import org.jspecify.annotations.NullMarked;
