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

    /** @throws IllegalArgumentException for a name that the database does not use */
    public static PointKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
