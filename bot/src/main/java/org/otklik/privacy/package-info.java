/** Consents, and what people may ask about their data. */
@NullMarked
package org.otklik.privacy;

import org.jspecify.annotations.NullMarked;
