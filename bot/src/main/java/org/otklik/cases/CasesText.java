package org.otklik.cases;

import org.otklik.i18n.TextKey;

/** Complaints, and what is passed on to people. */
public enum CasesText implements TextKey {
    TELL_ME_WHAT_HAPPENED,
    COMPLAINT_OPENED,
    PAYMENT_CASE,
    NOW_TO,
    PASSED_ON,
    STILL_WITH_US,
    CALLING_SOMEBODY,
    OUT_OF_HOURS,
    REACH_KEPT,
    REACH_SUBJECT,
    REACH_LETTER,
    REACH_CONFIRM,
    REACH_LETTER_SENT,
    REACH_LINK_USED,
    WAITS_FOR_YOU,
    SOMEBODY_WAITS,
    TAKE,
    NOBODY_WAITS,
    TAKEN_ALREADY,
    YOU_ANSWER,
    NO_LONGER_YOURS,
    GIVEN_BACK,
    CASE_TASK,
    OVERDUE,
    CASE_LINE,
    CASE_ROW,
    CASE_CHOICE,
    HELP_ASKED,
    WHAT_IS_NEEDED,
    GOES_ON_WITH,
    REOPENED,
    NEW_CASE,
    OPEN_AGAIN,
    NO_CASE_OF_YOURS,
    CASE_IN_WORK,
    CASE_WAITS,
    CASE_RESOLVED,
    YOU_ARE_NOT_ALONE,
    PERSON_IS_CALLED,
    IN_DANGER,
    NO_OPEN_CASES,
    OPEN_CASES,
    TAKE_NUMBER,
    NO_SUCH_CASE,
    WHICH_CASE,
    RESOLVED,
    RESOLVED_BEFORE,
    STILL_WAITING,
    GIVEN_TO,
    GIVEN_TO_YOU,
    TAKEN;

    @Override
    public String area() {
        return "cases";
    }
}
