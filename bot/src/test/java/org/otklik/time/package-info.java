@NullMarked
package org.otklik.time;

import org.jspecify.annotations.NullMarked;
