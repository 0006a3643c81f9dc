@NullMarked
package org.otklik.delivery;

import org.jspecify.annotations.NullMarked;
