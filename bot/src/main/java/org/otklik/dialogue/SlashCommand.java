package org.otklik.dialogue;

import java.util.Locale;

/** What a command behind a stroke asks for. The words that stand for each are language data. */
enum SlashCommand {
    START("conversation.start"),
    HELP("conversation.help"),
    LINK("linking.link"),
    STOP(DialogueIntents.STOP),
    LANGUAGE("conversation.language"),
    CANCEL(DialogueIntents.CANCEL),
    TASKS("tasks.list"),
    REVIEW(DialogueIntents.REVIEW),
    RETURN(DialogueIntents.FROM_STAFF);

    private final String intent;

    SlashCommand(String intent) {
        this.intent = intent;
    }

    String intent() {
        return intent;
    }

    /** As it is shown to people, in any language. */
    String shown() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    boolean isForStaffOnly() {
        return this == TASKS || this == RETURN || this == REVIEW;
    }

    boolean takesCode() {
        return this == START || this == LINK;
    }
}
