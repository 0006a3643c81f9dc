@NullMarked
package org.otklik.nlp;

import org.jspecify.annotations.NullMarked;
