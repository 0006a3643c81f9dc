package org.otklik.directory;

import org.otklik.i18n.TextKey;

/** What is told of people and organisations. */
public enum DirectoryText implements TextKey {
    HEAD,
    CLOSED,
    ROLE,
    ROLES,
    POINT,
    POINTS,
    PLACE,
    WORKS,
    PERSON_AT,
    PEOPLE,
    RELATIVE,
    FAMILY,
    TAGS,
    LANGUAGE,
    OWNER,
    UNOWNED,
    LAST,
    TASKS_OPEN,
    CASES_OPEN,
    GIVEN,
    GIVEN_IN_YEAR,
    GIVEN_BETWEEN,
    NOTHING_GIVEN,
    LAST_GIFT,
    LAST_GIFT_DAY,
    AMOUNTS_HIDDEN,
    FACT,
    FACT_UNKNOWN,
    RESTRICTED,
    RESTRICTED_UNOWNED,
    REQUEST_ACCESS,
    ACCESS_TASK,
    ACCESS_ASKED,
    ACCESS_ASKED_ALREADY,
    ACCESS_WISHED,
    ACCESS_GRANTED,
    ACCESS_REFUSED,
    ACCESS_OPENED,
    ACCESS_DENIED,
    ACCESS_NOT_YOURS,
    ACCESS_NOT_NEEDED,
    ACCESS_GIVEN,
    ACCESS_FOR_ALL,
    TIMELINE,
    NO_DEALINGS,
    EARLIER,
    LOGGED,
    LOGGED_BY_NOBODY,
    WROTE,
    ANSWERED,
    GIFT,
    GIFT_WITHOUT_AMOUNT,
    TASK,
    CASE;

    @Override
    public String area() {
        return "directory";
    }
}
