@NullMarked
package org.otklik.jobs;

import org.jspecify.annotations.NullMarked;
