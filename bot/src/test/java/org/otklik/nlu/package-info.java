@NullMarked
package org.otklik.nlu;

import org.jspecify.annotations.NullMarked;
