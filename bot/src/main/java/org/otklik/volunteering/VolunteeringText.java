package org.otklik.volunteering;

import org.otklik.i18n.TextKey;

/** Volunteers: when they begin, and what they have done. */
public enum VolunteeringText implements TextKey {
    DEAL,
    DEAL_WITH_WISHES,
    INQUIRY,
    INQUIRY_FROM,
    REMIND,
    REMIND_TASK,
    REMINDED,
    START_PASSED,
    JOINED,
    JOINED_WITH_WISHES,
    SOMEBODY_WILL_WRITE,
    WE_WILL_WRITE,
    WANTS_TO_JOIN,
    ASKED_ALREADY,
    HOW_MANY_HOURS,
    WHICH_DAY,
    WHICH_DAY_AHEAD,
    WHICH_WORK,
    NO_HOURS,
    TOO_MANY_HOURS,
    DAY_IS_FULL,
    DAY_AHEAD,
    LONG_AGO,
    HOURS,
    HOURS_OF_WORK,
    MONTH_SO_FAR,
    HOURS_TO_APPROVE,
    HOURS_CORRECTED,
    WORK,
    WORK_OF,
    APPROVE,
    REFUSE,
    APPROVED,
    REFUSED,
    REFUSED_SUBJECT,
    YOURS_REFUSED,
    NOTHING_TO_DECIDE,
    NOT_YOURS_TO_DECIDE,
    DECIDED_ALREADY,
    DECIDED_BEFORE,
    WHOSE_HOURS,
    HOURS_THIS_YEAR,
    HOURS_FROM_TO,
    NEXT_SHIFT,
    SHIFT_PLANNED,
    SHIFT_WORKED,
    NO_HOURS_WAIT,
    HOURS_WAIT,
    HOURS_OF,
    BEGIN_WITH;

    @Override
    public String area() {
        return "volunteering";
    }
}
