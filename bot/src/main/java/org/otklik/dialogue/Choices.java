package org.otklik.dialogue;

import static org.otklik.schema.Tables.MESSAGE;

import com.ibm.icu.lang.UCharacter;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Press;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;

/** Finds out which of the choices that were offered is meant, by a press or in words. */
final class Choices {
    private Choices() {}

    /** The choice that a button stands for; empty when the message was not said in this conversation. */
    static Optional<Choice> pressed(Turn turn, Press press) {
        return turn.sql()
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(press.messageId()))
                .and(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                .and(MESSAGE.DIRECTION.eq("out"))
                .fetchOptional(
                        row -> Json.read(row.value1(), Payload.Said.class).choices())
                .flatMap(choices -> at(choices, press.button()));
    }

    private static Optional<Choice> at(List<Choice> choices, int position) {
        return position >= 0 && position < choices.size() ? Optional.of(choices.get(position)) : Optional.empty();
    }

    /** The choice of the last reply whose label, or whose number where there are several, is all that was typed. */
    static Optional<Choice> typed(Turn turn, String text) {
        var offered = turn.state().offered();
        var words = fold(text);
        if (turn.state().form().isEmpty() && offered.size() > 1 && words.matches("[1-9]")) {
            return at(offered, Integer.parseInt(words) - 1);
        }
        return offered.stream()
                .filter(choice -> fold(choice.label()).equals(words))
                .findFirst();
    }

    /** The choice that stands for yes, or for no. */
    static Optional<Choice> standingFor(Turn turn, Answer answer) {
        return turn.state().offered().stream()
                .filter(choice -> choice.answer() == answer)
                .findFirst();
    }

    private static String fold(String text) {
        return UCharacter.foldCase(text, true)
                .replaceAll("[\\p{P}\\p{S}\\s]+", " ")
                .strip();
    }
}
