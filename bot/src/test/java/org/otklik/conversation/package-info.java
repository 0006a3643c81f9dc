@NullMarked
package org.otklik.conversation;

import org.jspecify.annotations.NullMarked;
