package org.otklik.cases;

import org.otklik.i18n.TextKey;

/** Complaints, and what is passed on to people. */
public enum CasesText implements TextKey {
    TELL_ME_WHAT_HAPPENED,
    COMPLAINT_OPENED,
    PASSED_ON,
    STILL_WITH_US,
    CALLING_SOMEBODY,
    OUT_OF_HOURS,
    REACH_KEPT,
    WAITS_FOR_YOU,
    SOMEBODY_WAITS,
    TAKE,
    NOBODY_WAITS,
    TAKEN_ALREADY,
    YOU_ANSWER,
    NO_LONGER_YOURS,
    GIVEN_BACK,
    CASE_TASK,
    OVERDUE_TASK;

    @Override
    public String area() {
        return "cases";
    }
}
