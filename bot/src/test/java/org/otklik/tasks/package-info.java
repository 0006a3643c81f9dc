@NullMarked
package org.otklik.tasks;

import org.jspecify.annotations.NullMarked;
