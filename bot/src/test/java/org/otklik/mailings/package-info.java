@NullMarked
package org.otklik.mailings;

import org.jspecify.annotations.NullMarked;
