@NullMarked
package org.otklik.admin;

import org.jspecify.annotations.NullMarked;
