package org.otklik.directory;

import org.otklik.i18n.TextKey;

/** Making one contact of two. */
public enum MergeText implements TextKey {
    NO_DUPLICATES,
    SUGGESTED,
    ARE_THEY_ONE,
    SIDE,
    MERGE,
    DIFFERENT,
    LATER,
    MERGED,
    KEPT_APART,
    LEFT_OPEN,
    WHICH_TWO,
    NOT_FOUND,
    ONLY_ONE,
    NOT_ALLOWED,
    PUT_FORWARD,
    BOTH_STAFF,
    PARTED,
    NOT_PARTED,
    NOT_MERGED;

    @Override
    public String area() {
        return "merging";
    }
}
