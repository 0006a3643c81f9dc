package org.otklik.reports;

import org.otklik.i18n.TextKey;

/** Reports, and who may take files out and in. */
public enum ReportsText implements TextKey {
    RECEIVED,
    PROMISED,
    LINE,
    NAME,
    MONTH,
    QUARTER,
    YEAR,
    TOTAL,
    NOTHING,
    AVERAGE,
    AVERAGE_LINE,
    DONORS,
    LARGEST,
    LYBUNT,
    SYBUNT,
    LAST_GIFT,
    AND_MORE,
    THEY_GAVE,
    RETENTION,
    NO_RETENTION,
    NPS,
    NPS_TOO_FEW,
    CSAT,
    RESPONSE,
    NO_ANSWERS,
    FIRST_REPLY,
    NO_REPLIES,
    MINUTES,
    HOURS_ONLY,
    HOURS_AND_MINUTES,
    HOURS,
    GAPS,
    GAP,
    AS_OF,
    COLUMN_TIME,
    COLUMN_NAME,
    COLUMN_AMOUNT,
    COLUMN_CURRENCY,
    COLUMN_LAST_DAY,
    COLUMN_LAST_GIFT,
    COLUMN_QUESTION,
    COLUMN_TIMES,
    COLUMN_SHARE,
    CELL,
    YEARS,
    SERIES,
    CHART,
    NO_CHART,
    AGAIN,
    AS_FILE,
    NO_FILE,
    NEAREST,
    WHICH_REPORTS,
    NO_IMPORT,
    IMPORT_NOT_YET;

    @Override
    public String area() {
        return "reports";
    }
}
