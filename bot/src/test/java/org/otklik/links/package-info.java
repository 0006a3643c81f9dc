@NullMarked
package org.otklik.links;

import org.jspecify.annotations.NullMarked;
