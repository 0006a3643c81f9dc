package org.otklik.channels.email.incoming;

import org.otklik.i18n.TextKey;

/** What staff are told of mails that could not be taken in. */
enum FetchingText implements TextKey {
    TOO_LARGE,
    UNREADABLE,
    REFUSED;

    @Override
    public String area() {
        return "fetching";
    }
}
