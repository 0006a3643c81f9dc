/** The command line. */
@NullMarked
package org.otklik.cli;

import org.jspecify.annotations.NullMarked;
