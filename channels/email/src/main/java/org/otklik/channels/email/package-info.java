/** E-mail as a channel: what a mail says, who vouches for its sender, and whether a person wrote it. */
@NullMarked
package org.otklik.channels.email;

import org.jspecify.annotations.NullMarked;
