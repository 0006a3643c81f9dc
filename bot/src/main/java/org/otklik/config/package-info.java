/** What the operator decides: the settings, read from one file and the environment and checked at start. */
@NullMarked
package org.otklik.config;

import org.jspecify.annotations.NullMarked;
