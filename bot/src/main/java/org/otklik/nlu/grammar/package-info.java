/** The machinery of entity recognition: tokens, words with meanings, rules over them. Holds no word of any language. */
@NullMarked
package org.otklik.nlu.grammar;

import org.jspecify.annotations.NullMarked;
