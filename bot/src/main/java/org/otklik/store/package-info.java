/** The database: the server that comes with the product, connections, transactions, who writes in them, and backups. */
@NullMarked
package org.otklik.store;

import org.jspecify.annotations.NullMarked;
