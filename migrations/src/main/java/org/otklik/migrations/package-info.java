/** The database schema: its history as SQL, and the classes generated from it (org.otklik.schema). */
@NullMarked
package org.otklik.migrations;

import org.jspecify.annotations.NullMarked;
