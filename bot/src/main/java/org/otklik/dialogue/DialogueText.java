package org.otklik.dialogue;

import org.otklik.i18n.TextKey;

/** What the dialogue says on its own account. */
public enum DialogueText implements TextKey {
    FORM_LEFT,
    NO_WORDS,
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
    UNDO,
    SKIP;

    @Override
    public String area() {
        return "dialogue";
    }
}
