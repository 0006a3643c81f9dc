package org.otklik.conversation;

import org.otklik.i18n.TextKey;

/** Labels of buttons that tests offer. */
enum Label implements TextKey {
    YES;

    @Override
    public String area() {
        return "fixture";
    }
}
