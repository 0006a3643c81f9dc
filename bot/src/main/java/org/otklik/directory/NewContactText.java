package org.otklik.directory;

import org.otklik.i18n.TextKey;

/** Adding people and organisations. */
public enum NewContactText implements TextKey {
    WHOM_TO_ADD,
    BAD_NAME,
    NAME,
    NAME_OF,
    TAKEN_BY,
    TAKEN_BY_SOMEBODY,
    WRONG_POINT,
    SAME_PERSON,
    BOTH_HAVE_IT,
    IS_IT_THEM,
    KNOWN,
    KNOWN_BY,
    THE_SAME,
    IT_IS,
    SOMEBODY_ELSE,
    ADDED,
    ADDED_WITH,
    FOUND,
    FOUND_WITH,
    EMPLOYER_UNKNOWN,
    ADD_EMPLOYER,
    EMPLOYER_ADDED,
    NOT_A_POINT,
    POINT_IN_FULL,
    POINT_OR_NONE,
    WITHOUT_POINT;

    @Override
    public String area() {
        return "newcontact";
    }
}
