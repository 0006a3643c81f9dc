package org.otklik.links;

import org.otklik.i18n.TextKey;

/** Choices where nothing can be pressed: as lines of a letter, and on the pages that its links lead to. */
public enum LinksText implements TextKey {
    ANSWER_WITH_ONE,
    ANSWER_WITH_SOME,
    LINK,
    CHOICE_TITLE,
    CHOICE_ADVICE,
    CHOSEN_TITLE,
    CHOSEN,
    NO_LINK_TITLE,
    NO_LINK,
    NOT_NOW_TITLE,
    NOT_NOW;

    @Override
    public String area() {
        return "links";
    }
}
