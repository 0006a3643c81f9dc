@NullMarked
package org.otklik.botapi;

import org.jspecify.annotations.NullMarked;
