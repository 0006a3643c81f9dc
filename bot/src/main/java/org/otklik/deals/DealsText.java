package org.otklik.deals;

import org.otklik.i18n.TextKey;

/** Deals: opened, moved, won, lost, and counted. */
public enum DealsText implements TextKey {
    OPENED,
    PIPELINE,
    STAGE,
    WHICH_PIPELINE,
    HOW_MUCH,
    BY_WHEN,
    IMPOSSIBLE_AMOUNT,
    MOVED,
    THERE_ALREADY,
    WON,
    LOST,
    LOST_BECAUSE,
    WHY_LOST,
    WHERE_TO,
    NO_SUCH_STAGE,
    WHICH_DEAL,
    NO_DEALS,
    CHOICE,
    FUNNEL,
    IN_STAGE,
    OPEN_IN_ALL,
    DEALS,
    DEAL_LINE,
    AND_MORE,
    COLUMN_DEAL,
    COLUMN_WITH,
    COLUMN_STAGE,
    COLUMN_SUM,
    COLUMN_DAY,
    COLUMN_COUNT,
    COLUMN_DEALS,
    CELL_DEAL,
    CELL_WITH,
    CELL_STAGE,
    CELL_SUM,
    CELL_DAY,
    CELL_SUMS,
    CELL_TITLES;

    @Override
    public String area() {
        return "deals";
    }
}
