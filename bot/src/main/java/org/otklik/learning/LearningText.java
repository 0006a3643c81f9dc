package org.otklik.learning;

import org.otklik.i18n.TextKey;

/** What administrators are told and asked when they teach the bot. */
enum LearningText implements TextKey {
    INTENT,
    REASON,
    SHOWN,
    GUESS,
    NOTHING_WAITS,
    SOMETHING_ELSE,
    NOTHING_OF_THESE,
    LATER,
    NOT_TO_LEARN,
    NAME_IT,
    ALL_NAMES,
    WHICH,
    TAUGHT,
    NO_ARTICLE,
    DROPPED,
    PASSED_OVER,
    GONE,
    ONLY_ADMINS,
    NOT_LEARNED,
    FIGURE;

    @Override
    public String area() {
        return "learning";
    }
}
