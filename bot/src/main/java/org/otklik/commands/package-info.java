/** What staff can have the bot do, as it is told in help and to who was not understood. */
@NullMarked
package org.otklik.commands;

import org.jspecify.annotations.NullMarked;
