/** Corpora, and the models trained from them. */
@NullMarked
package org.otklik.nlp;

import org.jspecify.annotations.NullMarked;
