package org.otklik.dialogue;

import java.util.List;
import java.util.Set;
import org.otklik.conversation.Turn;

/**
 * A list of slots with a submit. Digressions, corrections and cancelling are handled once, for all forms, by {@link FormPolicy}.
 */
public interface Form {
    /** The name of the slot, in all forms, that says whom a record is about. */
    String CONTACT = "contact";

    /** The name under which the conversation's state keeps it. */
    String name();

    /** The intents that open it. */
    Set<String> intents();

    /** What people outside say of themselves, and colleagues of others: it opens this form for staff. */
    default Set<String> intentsOfStaff() {
        return Set.of();
    }

    List<Slot<?>> slots();

    /** Writes the records and says so. */
    void submit(Turn turn, Answers answers);
}
