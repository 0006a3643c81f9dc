@NullMarked
package org.otklik.host;

import org.jspecify.annotations.NullMarked;
