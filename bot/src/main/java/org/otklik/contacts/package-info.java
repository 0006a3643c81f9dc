/** People and organisations. */
@NullMarked
package org.otklik.contacts;

import org.jspecify.annotations.NullMarked;
