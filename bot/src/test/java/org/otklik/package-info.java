@NullMarked
package org.otklik;

import org.jspecify.annotations.NullMarked;
