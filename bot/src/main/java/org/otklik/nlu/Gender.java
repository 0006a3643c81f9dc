package org.otklik.nlu;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Grammatical gender, which decides how a Russian name is declined. */
public enum Gender {
    MALE,
    FEMALE;

    /** @param name as the tables have it; "any" means both */
    static Set<Gender> named(String name) {
        return name.equals("any") ? EnumSet.allOf(Gender.class) : EnumSet.of(valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
