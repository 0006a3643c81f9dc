package org.otklik.volunteering;

import java.time.LocalDate;

/**
 * From when somebody wants to help.
 *
 * @param day the first day
 * @param isMonth whether only a month was named
 */
record Start(LocalDate day, boolean isMonth) {}
