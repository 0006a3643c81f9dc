@NullMarked
package org.otklik.store;

import org.jspecify.annotations.NullMarked;
