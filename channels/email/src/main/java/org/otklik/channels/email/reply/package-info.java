/** What a person newly wrote in a mail, apart from what the mail repeats. */
@NullMarked
package org.otklik.channels.email.reply;

import org.jspecify.annotations.NullMarked;
