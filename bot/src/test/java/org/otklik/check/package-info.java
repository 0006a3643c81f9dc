@NullMarked
package org.otklik.check;

import org.jspecify.annotations.NullMarked;
