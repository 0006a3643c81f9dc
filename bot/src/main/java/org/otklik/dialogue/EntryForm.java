package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/**
 * A form that writes one record, tells it back in a line, and can put it right later. What staff and donors say becomes records
 * by such forms, so that corrections, edits and undo are handled once for all of them.
 */
public interface EntryForm extends Form {
    /** The table of the record. */
    String table();

    /** Writes the record and returns its number. */
    long write(Turn turn, Answers answers);

    /** Makes the record what the answers say now. */
    void amend(Turn turn, long row, Answers answers);

    /** The record in one line: who, how much and in which currency, which day with its weekday. */
    Text told(Turn turn, Answers answers);

    /** Why a record can't be put right or taken back any more: somebody relies on it as it is. */
    default Optional<Text> refusal(Turn turn, long row) {
        return Optional.empty();
    }

    /** Whether words that don't say so put right what was just written: "there will be three of us". */
    default boolean isPutRight(Turn turn, Understanding understanding) {
        return false;
    }

    /** What else has to be said once it is written. */
    default void wrote(Turn turn, long row, Answers answers) {}

    /** What else has to be said once it was put right. */
    default void amended(Turn turn, long row, Answers answers) {}

    @Override
    default void submit(Turn turn, Answers answers) {
        long row = write(turn, answers);
        Optional.ofNullable(answers.values().get(CONTACT)).map(JsonNode::asLong).ifPresent(turn::about);
        turn.wrote(Entry.made(name(), answers.values(), row));
        turn.say(told(turn, answers));
        wrote(turn, row, answers);
    }
}
