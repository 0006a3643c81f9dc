@NullMarked
package org.otklik.channels;

import org.jspecify.annotations.NullMarked;
