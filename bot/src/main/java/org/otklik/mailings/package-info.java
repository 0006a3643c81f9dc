/** What people want to hear from the organisation, and how often. */
@NullMarked
package org.otklik.mailings;

import org.jspecify.annotations.NullMarked;
