package org.otklik.linking;

import org.otklik.i18n.TextKey;

/** What is said about who somebody is. */
enum LinkingText implements TextKey {
    HOW,
    HOW_BY_LETTER,
    HOW_WITHOUT,
    SHARE_PHONE,
    PRESS_TO_SHARE,
    CODE_SENT,
    SUBJECT,
    LETTER,
    RECOGNISED,
    COLLEAGUE_NEEDS_CODE,
    PROOF_USED,
    KNOWN,
    KNOWN_STAFF,
    UNLINK,
    ANOTHER_CHAT,
    CODE_FOR_ANOTHER,
    NOT_ME,
    UNLINKED,
    UNSURE_NUMBER,
    NUMBER_KEPT,
    SIGNED_IN_BEFORE,
    CODE_REFUSED,
    CARD_OF_OTHERS,
    CARD_UNREADABLE,
    CARD_OFFERED,
    CARD_HELD,
    WRITE_DOWN;

    @Override
    public String area() {
        return "linking";
    }
}
