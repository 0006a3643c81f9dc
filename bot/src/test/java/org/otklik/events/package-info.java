@NullMarked
package org.otklik.events;

import org.jspecify.annotations.NullMarked;
