/** Mails as bytes: whatever is broken in them is read as far as it goes, and nothing throws. */
@NullMarked
package org.otklik.channels.email.mime;

import org.jspecify.annotations.NullMarked;
