package org.otklik.directory;

import java.time.LocalDateTime;
import org.otklik.i18n.Text;

/**
 * One line of a timeline.
 *
 * @param at on the organisation's clocks; noon where only the day is known
 */
record Dealing(LocalDateTime at, Text line) {}
