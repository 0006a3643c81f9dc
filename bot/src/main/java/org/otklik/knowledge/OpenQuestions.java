package org.otklik.knowledge;

import static org.otklik.dialogue.DialogueIntents.ASK;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Salutations;
import org.otklik.nlu.Understanding;

/**
 * A visitor's question that stands for nothing else is one to the articles, however unusual its words are; that they say nothing of it
 * is worth knowing, too.
 */
public final class OpenQuestions implements Preparation {
    /** What is less than that calls somebody, or goes on with what was said before. */
    private static final int FEWEST_WORDS = 4;

    private final Salutations salutations = new Salutations();

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        return mayBeAnswered(turn, understanding)
                ? understanding.with(
                        List.of(new Act(ASK, 0, 0, salutations.without(understanding.text()), List.of(), false)))
                : understanding;
    }

    private static boolean mayBeAnswered(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isLikely = understanding.ranked().stream()
                .limit(1)
                .anyMatch(first -> first.label().equals(ASK));
        boolean isLong = text.strip().split("\\s+").length >= FEWEST_WORDS;
        // Many leave out the mark.
        boolean isQuestion = text.contains("?") ? isLikely || isLong : isLikely && isLong;
        return isQuestion
                && understanding.language().isPresent()
                && understanding.acts().isEmpty()
                && turn.state().form().isEmpty()
                && !turn.speaker().isStaff();
    }
}
