/** What every conversation needs: greeting, help, language, undo. */
@NullMarked
package org.otklik.basics;

import org.jspecify.annotations.NullMarked;
