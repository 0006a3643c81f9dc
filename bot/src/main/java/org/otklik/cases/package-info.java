/** Complaints, questions and requests that people answer. */
@NullMarked
package org.otklik.cases;

import org.jspecify.annotations.NullMarked;
