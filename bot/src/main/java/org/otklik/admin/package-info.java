/** What the operator looks at: health, metrics, the doctor. */
@NullMarked
package org.otklik.admin;

import org.jspecify.annotations.NullMarked;
