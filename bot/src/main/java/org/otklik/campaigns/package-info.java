/** Mailings to many people at once: who may have them sent. */
@NullMarked
package org.otklik.campaigns;

import org.jspecify.annotations.NullMarked;
