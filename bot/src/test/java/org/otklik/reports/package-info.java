@NullMarked
package org.otklik.reports;

import org.jspecify.annotations.NullMarked;
