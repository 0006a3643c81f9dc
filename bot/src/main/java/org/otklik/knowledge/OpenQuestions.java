package org.otklik.knowledge;

import static org.otklik.dialogue.DialogueIntents.ASK;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Salutations;
import org.otklik.nlu.Understanding;

/**
 * A visitor's question that stands for nothing else is one to the articles, however unusual its words are; that they say nothing of it
 * is worth knowing, too.
 */
public final class OpenQuestions implements Preparation {
    /** What is less than that calls somebody, or goes on with what was said before. */
    private static final int FEWEST_WORDS = 4;

    private static final String HELP = "cases.request_service";
    private static final String HELP_FORM = "help";
    /** Who needs something says more of it. */
    private static final int MOST_WORDS_ASIDE = 6;

    private final Salutations salutations = new Salutations();
    private final Phrases questions = new Phrases("questions");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (isAskedAside(turn, understanding)) {
            return understanding.with(List.of(Act.answer(ASK, understanding)));
        }
        return mayBeAnswered(turn, understanding)
                ? understanding.with(
                        List.of(new Act(ASK, 0, 0, salutations.without(understanding.text()), List.of(), false)))
                : understanding;
    }

    /** "And do you take hedgehogs?" in the middle of a form asks what we do, unless it surely asks for help with one. */
    private static boolean isAskedAside(Turn turn, Understanding understanding) {
        return turn.state()
                        .form()
                        .filter(open -> !open.name().equals(HELP_FORM))
                        .isPresent()
                && !turn.speaker().isStaff()
                && !understanding.acts().isEmpty()
                && understanding.acts().stream().allMatch(act -> act.is(HELP) && !act.isSure())
                && understanding.entities().isEmpty()
                && understanding.text().strip().split("\\s+").length <= MOST_WORDS_ASIDE;
    }

    private boolean mayBeAnswered(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isLikely = understanding.ranked().stream()
                .limit(1)
                .anyMatch(first -> first.label().equals(ASK));
        boolean isLong = text.strip().split("\\s+").length >= FEWEST_WORDS;
        // Many leave out the mark.
        boolean isLikeOne =
                isLikely || questions.opening(salutations.without(text)).isPresent();
        boolean isQuestion = text.contains("?") ? isLikely || isLong : isLikeOne && isLong;
        return isQuestion
                && understanding.language().isPresent()
                && understanding.acts().isEmpty()
                && turn.state().form().isEmpty()
                && !turn.speaker().isStaff();
    }
}
