package org.otklik.access;

import java.util.Arrays;
import java.util.Locale;

/** What a member of staff is in the organisation; every right follows from it (see {@link AccessRules}). */
public enum Role {
    ADMIN,
    MANAGER,
    FUNDRAISER,
    FIELD,
    VOLUNTEER_COORDINATOR;

    /** The name that the database and the command line use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that is no role */
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role: " + code));
    }
}
