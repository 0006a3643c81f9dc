/** Files that people open in other programs. */
@NullMarked
package org.otklik.files;

import org.jspecify.annotations.NullMarked;
