@NullMarked
package org.otklik.i18n;

import org.jspecify.annotations.NullMarked;
