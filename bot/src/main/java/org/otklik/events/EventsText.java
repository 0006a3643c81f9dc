package org.otklik.events;

import org.otklik.i18n.TextKey;

/** Events: which there are, and who comes. */
public enum EventsText implements TextKey {
    EVENT,
    EVENT_AT,
    CHOICE,
    AHEAD,
    THEN_AHEAD,
    NOTHING_AHEAD,
    NOTHING_THEN,
    LINE,
    LINE_WITH_PLACES,
    SIGN_UP,
    WHICH_EVENT,
    NO_SUCH_EVENT,
    NO_SUCH_NUMBER,
    HOW_MANY_GUESTS,
    NOT_ROOM_ENOUGH,
    COME_ANYWAY,
    WAIT_FOR_ROOM,
    STILL_TOO_MANY,
    REGISTERED,
    OTHER_REGISTERED,
    PUT_TO_WAIT,
    TELL_GUESTS,
    SIGNING_UP,
    COMES_ALREADY,
    CANCELLED,
    CANCEL_WHICH,
    NOT_SIGNED_UP,
    ROOM_SUBJECT,
    ROOM_AGAIN,
    TAKE_ROOM,
    ROOM_IS_GONE;

    @Override
    public String area() {
        return "events";
    }
}
