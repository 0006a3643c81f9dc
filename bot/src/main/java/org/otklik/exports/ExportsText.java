package org.otklik.exports;

import org.otklik.i18n.TextKey;

/** What is said about files of people. */
enum ExportsText implements TextKey {
    WOULD_EXPORT,
    EXPORTED,
    NO_EXPORT;

    @Override
    public String area() {
        return "exports";
    }
}
