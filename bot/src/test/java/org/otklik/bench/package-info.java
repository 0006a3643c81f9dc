@NullMarked
package org.otklik.bench;

import org.jspecify.annotations.NullMarked;
