@NullMarked
package org.otklik.nlu.grammar;

import org.jspecify.annotations.NullMarked;
