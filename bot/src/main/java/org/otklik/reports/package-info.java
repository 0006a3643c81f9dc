/** Figures for staff: what came in, who comes back, how satisfied people are, how fast they are answered. */
@NullMarked
package org.otklik.reports;

import org.jspecify.annotations.NullMarked;
