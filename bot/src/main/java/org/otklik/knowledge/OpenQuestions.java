package org.otklik.knowledge;

import static org.otklik.dialogue.DialogueIntents.ASK;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Mood;
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
    private static final Pattern SENTENCE = Pattern.compile("[.!;\\n]\\s+(?=\\S)");
    private static final String MANUAL = "conversation.help";
    private static final double CERTAIN = 0.8;
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
        var beside = turn.state().form().flatMap(_ -> askedAfterAnswer(understanding));
        if (beside.isPresent()) {
            return understanding.with(List.of(beside.get()));
        }
        if (isHelpInNeed(turn, understanding)) {
            return understanding.with(
                    understanding.acts().stream().map(Act::wondered).toList());
        }
        return mayBeAnswered(turn, understanding)
                ? understanding.with(
                        List.of(new Act(ASK, 0, 0, salutations.without(understanding.text()), List.of(), false)))
                : understanding;
    }

    /** "My name is Ann Lee. Do I need boots?": what answers a form before a question is no part of it. */
    private static Optional<Act> askedAfterAnswer(Understanding understanding) {
        var text = understanding.text().stripTrailing();
        var from = SENTENCE.matcher(text)
                .results()
                .map(MatchResult::end)
                .reduce((_, last) -> last)
                .orElse(0);
        return understanding
                .main()
                .filter(act -> understanding.acts().size() == 1 && act.is(ASK) && act.isSure() && !act.isSeparate())
                .filter(_ -> from > 0 && text.endsWith("?"))
                .map(act -> new Act(
                        ASK,
                        act.confidence(),
                        act.inScope(),
                        text.substring(from),
                        act.entities().stream()
                                .filter(entity -> entity.span().start() >= from)
                                .toList(),
                        true,
                        Mood.ASKED,
                        List.of()));
    }

    /** "There is a hurt owl in our shed, what do I do?" tells too much to ask only what the bot can do. */
    private static boolean isHelpInNeed(Turn turn, Understanding understanding) {
        return turn.state().form().isEmpty()
                && !turn.speaker().isStaff()
                && understanding.acts().size() == 1
                && understanding.acts().getFirst().is(MANUAL)
                && understanding.acts().getFirst().confidence() < CERTAIN
                && understanding.text().strip().split("\\s+").length > MOST_WORDS_ASIDE;
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
