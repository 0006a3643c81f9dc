package org.otklik.files;

import org.otklik.i18n.TextKey;

/** What is said about files. */
enum FilesText implements TextKey {
    AND_MORE;

    @Override
    public String area() {
        return "files";
    }
}
