package org.otklik.staff;

import org.otklik.i18n.TextKey;

/** Signing in and out. */
public enum StaffText implements TextKey {
    SIGNED_IN,
    CODE_REFUSED;

    @Override
    public String area() {
        return "staff";
    }
}
