package org.otklik.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

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

    /** Why there is no sense in asking anything: there is nothing to sign up for. */
    default Optional<Text> obstacle(Turn turn) {
        return Optional.empty();
    }

    /** What is known already, told with each question, so that a slip is seen before anything is written; empty where that is nothing. */
    default Optional<Text> noted(Turn turn, Answers answers) {
        return Optional.empty();
    }

    /** Writes the records and says so. */
    void submit(Turn turn, Answers answers);
}
