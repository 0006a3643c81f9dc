/** What to do in a turn: policies, forms and skills. */
@NullMarked
package org.otklik.dialogue;

import org.jspecify.annotations.NullMarked;
