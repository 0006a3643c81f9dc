@NullMarked
package org.otklik.attacks;

import org.jspecify.annotations.NullMarked;
