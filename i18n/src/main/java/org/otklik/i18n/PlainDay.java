package org.otklik.i18n;

import java.time.LocalDate;

/** A day to be written without its weekday, where no slip has to be seen: in conditions and reports. */
public record PlainDay(LocalDate day) {}
