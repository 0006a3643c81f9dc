/** Everything that the product says, in every language: catalogues of ICU messages, and formats of money, dates and lists. */
@NullMarked
package org.otklik.i18n;

import org.jspecify.annotations.NullMarked;
