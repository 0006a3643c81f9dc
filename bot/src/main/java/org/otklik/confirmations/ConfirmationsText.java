package org.otklik.confirmations;

import org.otklik.i18n.TextKey;

/** What is said about codes. */
enum ConfirmationsText implements TextKey {
    SEND_THE_CODE,
    CODE_REFUSED;

    @Override
    public String area() {
        return "confirmations";
    }
}
