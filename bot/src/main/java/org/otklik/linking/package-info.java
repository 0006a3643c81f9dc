/** Finding out who somebody is: by a code, by the code of a letter, by their own number. */
@NullMarked
package org.otklik.linking;

import org.jspecify.annotations.NullMarked;
