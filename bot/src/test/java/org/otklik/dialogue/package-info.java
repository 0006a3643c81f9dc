@NullMarked
package org.otklik.dialogue;

import org.jspecify.annotations.NullMarked;
