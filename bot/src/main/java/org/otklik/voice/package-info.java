/** From what somebody says aloud to what they meant to write. */
@NullMarked
package org.otklik.voice;

import org.jspecify.annotations.NullMarked;
