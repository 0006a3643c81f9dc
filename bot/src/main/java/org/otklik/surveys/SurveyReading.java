package org.otklik.surveys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.SurveyAnswerRecord;

/**
 * Knows the answer to a survey in what somebody writes, on whichever channel: they were asked, and it begins with a mark. What they
 * wish besides is done as well.
 */
public final class SurveyReading implements Preparation {
    /** A bare figure changes the mark for so long; later only words do that speak of a mark. */
    private static final Duration AFTERTHOUGHT = Duration.ofHours(12);

    /** What the words of an answer may look like, without asking for it. */
    private static final Set<String> OPINIONS = Set.of(
            "feedback.give",
            "cases.complain",
            "cases.status",
            "giving.payment_problem",
            "giving.history",
            "giving.donate",
            "giving.receipt",
            "knowledge.ask",
            "volunteering.log_hours",
            "out_of_scope");

    /** What is wished in the same breath as the mark: "8, but write less often". */
    private static final Set<String> WISHES = Set.of("mailing.frequency");

    private final EntityRecognizer recognizer;

    public SurveyReading(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        var other = turn.state().form().map(OpenForm::name).filter(name -> !name.equals(CommentForm.NAME));
        if (turn.speaker().isStaff() || other.isPresent()) {
            return understanding;
        }
        // The words first, for few messages hold a mark.
        return Mark.in(understanding, recognizer, turn.language())
                .filter(mark -> !isReason(turn, understanding, mark))
                .filter(mark -> isAsked(turn, understanding, mark))
                .map(mark -> answering(understanding))
                .orElse(understanding);
    }

    private static boolean isReason(Turn turn, Understanding understanding, Mark mark) {
        return turn.state().form().isPresent()
                && !mark.isExplicit()
                && !Mark.isBare(understanding.text())
                && !Mark.isSaidAnew(understanding.text());
    }

    private static boolean isAsked(Turn turn, Understanding understanding, Mark mark) {
        var surveys = new Surveys(turn.sql());
        return surveys.lastOf(turn)
                .filter(invitation -> {
                    var answered = surveys.answer(invitation.id());
                    return isOpen(answered, invitation, mark, turn.at())
                            && !mayPutRightAnother(turn, understanding, answered);
                })
                .isPresent();
    }

    /** "Make it 4" is said of what was written last, unless a mark is called one. */
    private static boolean mayPutRightAnother(
            Turn turn, Understanding understanding, Optional<SurveyAnswerRecord> answered) {
        boolean isCalledMark = understanding.all(Entity.Rating.class).findAny().isPresent();
        return !isCalledMark
                && answered.map(SurveyAnswerRecord::getAnsweredAt)
                        .filter(at -> turn.state().written().stream()
                                .anyMatch(past ->
                                        past.at().isAfter(at) && !past.entries().isEmpty()))
                        .isPresent();
    }

    private static boolean isOpen(
            Optional<SurveyAnswerRecord> answered, Surveys.Invitation invitation, Mark mark, Instant now) {
        return answered.isEmpty()
                || (mark.isExplicit()
                        && mark.score().filter(invitation.scale()::holds).isPresent())
                || isAfterthought(mark, answered.map(SurveyAnswerRecord::getAnsweredAt), now);
    }

    private static boolean isAfterthought(Mark mark, Optional<Instant> answeredAt, Instant now) {
        return mark.score().isPresent()
                && answeredAt.filter(at -> at.plus(AFTERTHOUGHT).isAfter(now)).isPresent();
    }

    private static Understanding answering(Understanding understanding) {
        var acts = new ArrayList<Act>();
        acts.add(Act.answer(AnswerSurvey.ANSWER, understanding));
        understanding.acts().stream()
                .filter(act -> (act.isSeparate() && act.isSure()) || WISHES.contains(act.intent()))
                .filter(act -> !OPINIONS.contains(act.intent()) && !act.intent().startsWith("conversation."))
                .forEach(acts::add);
        return understanding.with(acts);
    }
}
