@NullMarked
package org.otklik.voice;

import org.jspecify.annotations.NullMarked;
