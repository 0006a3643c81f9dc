package org.otklik.contacts;

import java.util.Locale;

/** How a contact can be reached. */
public enum PointKind {
    EMAIL,
    PHONE,
    TELEGRAM,
    POSTAL,
    WEB;

    /** The name that the database uses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
