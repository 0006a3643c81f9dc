@NullMarked
package org.otklik.files;

import org.jspecify.annotations.NullMarked;
