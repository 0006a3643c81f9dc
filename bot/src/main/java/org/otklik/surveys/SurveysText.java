package org.otklik.surveys;

import org.otklik.i18n.TextKey;

/** Saying goodbye, and asking how it was. */
public enum SurveysText implements TextKey {
    GOODBYE,
    QUESTION,
    SCORE,
    OUT_OF_SCALE,
    THANKS_FOR_SCORE,
    THANKS_FOR_COMMENT;

    @Override
    public String area() {
        return "surveys";
    }
}
