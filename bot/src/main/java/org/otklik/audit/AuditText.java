package org.otklik.audit;

import org.otklik.i18n.TextKey;

/** Who has changed what. */
public enum AuditText implements TextKey {
    ONLY_ADMINS,
    CHANGES,
    NO_CHANGES,
    LINE,
    BY_OTHERS,
    WHICH_DAY;

    @Override
    public String area() {
        return "audit";
    }
}
