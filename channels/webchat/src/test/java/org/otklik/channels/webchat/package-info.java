@NullMarked
package org.otklik.channels.webchat;

import org.jspecify.annotations.NullMarked;
