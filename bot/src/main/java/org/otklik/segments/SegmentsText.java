package org.otklik.segments;

import org.otklik.i18n.TextKey;

/** Lists of people, and the conditions that they are made by. */
public enum SegmentsText implements TextKey {
    ALL_OF,
    ANY_OF,
    GAVE,
    GAVE_LIMITED,
    BOTH_LIMITS,
    LIMIT,
    LIMIT_TIMES,
    LIMIT_HOURS,
    WORKED,
    IN_ONE_GIFT,
    PLEDGED,
    FIRST_GAVE,
    LAPSED,
    GIVES_MONTHLY,
    HAS_ROLE,
    HAS_TAG,
    CONSENTS,
    REFUSES,
    SPEAKS,
    HAS_POINT,
    LIVES_IN,
    IS_A,
    CALLED,
    EVER,
    IN_YEAR,
    IN_MONTH,
    ON_DAY,
    SINCE,
    UNTIL,
    BETWEEN,
    CONDITION,
    NO_SUCH_SUM,
    COUNT,
    NAME,
    NAME_WITH_SUMS,
    AND_MORE,
    SUMS,
    COLUMN_NAME,
    COLUMN_GIVEN,
    COLUMN_CURRENCY,
    NO_FILE,
    KEEP,
    KEPT,
    NAME_IT,
    NOTHING_TO_KEEP,
    SEGMENT,
    NO_SUCH_SEGMENT,
    SEGMENTS,
    NO_SEGMENTS,
    NO_CONDITION;

    @Override
    public String area() {
        return "segments";
    }
}
