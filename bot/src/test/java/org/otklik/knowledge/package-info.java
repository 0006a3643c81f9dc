@NullMarked
package org.otklik.knowledge;

import org.jspecify.annotations.NullMarked;
