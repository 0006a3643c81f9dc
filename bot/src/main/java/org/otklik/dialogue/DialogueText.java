package org.otklik.dialogue;

import org.otklik.i18n.TextKey;

/** What the dialogue says on its own account. */
public enum DialogueText implements TextKey {
    FORM_LEFT,
    NO_WORDS,
    NO_ANSWER,
    VOICE_KEPT,
    I_HEARD,
    WRITE_IT,
    TOO_LARGE,
    TOO_LARGE_NAMED,
    NOT_UNDERSTOOD,
    HANDING_OVER,
    STALE_BUTTON,
    STOP_WHAT,
    LEAVE_FORM,
    STOP_WRITING,
    STAFF_ONLY,
    SOMETHING_BROKE,
    BROKEN_MESSAGE_TASK,
    UNDELIVERED_TASK,
    YES,
    NO,
    RIGHT,
    FIX,
    UNDO,
    GOOD,
    CORRECTED,
    FIX_WHAT,
    FIX_WHICH,
    CHANGED_BY_SOMEBODY,
    TAKEN_OUT,
    NO_SUCH_RECORD,
    NOTHING_CHANGED,
    NOTHING_WRITTEN,
    LEFT_AS_IT_IS,
    GO_ON,
    COMES_NEXT,
    COMMAND_FAILED,
    TOO_MANY_COMMANDS,
    UNKNOWN_COMMAND,
    NOBODY_ANSWERED,
    UNFINISHED,
    SKIP,
    WHICH_WISH,
    WISH;

    @Override
    public String area() {
        return "dialogue";
    }
}
