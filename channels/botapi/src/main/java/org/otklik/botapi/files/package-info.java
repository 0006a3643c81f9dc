/** Files that people and bots have sent. */
@NullMarked
package org.otklik.botapi.files;

import org.jspecify.annotations.NullMarked;
