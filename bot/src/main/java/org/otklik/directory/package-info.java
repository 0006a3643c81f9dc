/** What staff ask and tell about people and organisations: cards, timelines, new contacts, changes, duplicates. */
@NullMarked
package org.otklik.directory;

import org.jspecify.annotations.NullMarked;
