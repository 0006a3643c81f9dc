package org.otklik.giving;

import org.otklik.i18n.TextKey;

/** Promising a gift. */
public enum GivingText implements TextKey {
    ASK_AMOUNT,
    ASK_CURRENCY,
    CURRENCY,
    ASK_DAY,
    TODAY,
    NOT_SURE_YET,
    AMOUNT_TOO_SMALL,
    AMOUNT_TOO_LARGE,
    DAY_PASSED,
    PLEDGED,
    PLEDGED_FOR,
    HOW_TO_PAY;

    @Override
    public String area() {
        return "giving";
    }
}
