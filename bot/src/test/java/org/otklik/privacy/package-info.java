@NullMarked
package org.otklik.privacy;

import org.jspecify.annotations.NullMarked;
