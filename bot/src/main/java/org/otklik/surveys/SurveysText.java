package org.otklik.surveys;

import org.otklik.i18n.TextKey;

/** Saying goodbye, and asking how it was. */
public enum SurveysText implements TextKey {
    GOODBYE,
    QUESTION,
    SCORE,
    OUT_OF_SCALE,
    THANKS_FOR_SCORE,
    THANKS_FOR_COMMENT,
    SCORE_CHANGED,
    WHY,
    NOT_ASKED,
    CONCERN,
    CONCERN_NOTICE,
    SOMEBODY_SEES_TO_IT,
    WE_SEE_TO_IT,
    WHICH_SURVEY,
    CHOICE,
    SEND,
    NO_SURVEYS,
    NOT_SENT,
    WANTS_NO_SURVEYS,
    SENT,
    OUT_OF_REACH;

    @Override
    public String area() {
        return "surveys";
    }
}
