/** The web chat: a widget for any site, and the server side of it. */
@NullMarked
package org.otklik.channels.webchat;

import org.jspecify.annotations.NullMarked;
