package org.otklik.tasks;

import org.otklik.i18n.TextKey;

/** Reminders and tasks. */
enum TasksText implements TextKey {
    REMINDER,
    NOTED,
    GIVEN,
    GIVEN_TO_YOU,
    TITLE,
    TITLE_ABOUT,
    THINK_OF,
    LINE,
    LINE_WITHOUT_DAY,
    WHEN,
    TILL_WHEN,
    NO_SUCH_DAY,
    PASSED,
    TOMORROW,
    MONDAY,
    WHAT,
    TOO_LONG,
    WHO_DOES_IT,
    NO_COLLEAGUE,
    ME,
    COLLEAGUE,
    DUE_NOW,
    OVERDUE,
    ITEM,
    LATE_ITEM,
    CELL_DUE,
    COLUMN_NUMBER,
    COLUMN_TASK,
    COLUMN_DUE,
    LIST,
    YOURS,
    EVERYBODYS,
    GIVEN_BY_YOU,
    OF_COLLEAGUE,
    ONLY_GIVEN,
    NOTHING_TO_DO,
    NOTHING_THEN,
    AND_MORE,
    DONE,
    LATER,
    DONE_NUMBER,
    FINISHED,
    FINISHED_BEFORE,
    MOVED,
    NO_TASKS,
    WHICH,
    WHICH_OF_ALL,
    CHOICE;

    @Override
    public String area() {
        return "tasks";
    }
}
