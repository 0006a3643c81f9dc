/** Writes the jOOQ classes of the schema, from a server that ran the real migrations. */
@NullMarked
package org.otklik.codegen;

import org.jspecify.annotations.NullMarked;
