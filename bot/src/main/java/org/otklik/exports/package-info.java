/** Taking people out of the database as a file. */
@NullMarked
package org.otklik.exports;

import org.jspecify.annotations.NullMarked;
