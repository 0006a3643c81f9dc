@NullMarked
package org.otklik.config;

import org.jspecify.annotations.NullMarked;
