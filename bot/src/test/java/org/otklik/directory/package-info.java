@NullMarked
package org.otklik.directory;

import org.jspecify.annotations.NullMarked;
