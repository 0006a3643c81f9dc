package org.otklik.surveys;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.i18n.Text;

/** A question of a survey with a button for each mark. */
final class Question {
    private Question() {}

    static List<Way> marks(long invitationId, Scale scale) {
        return IntStream.rangeClosed(scale.lowest(), scale.highest())
                .mapToObj(mark -> new Way(
                        Text.of(SurveysText.SCORE).with("score", mark),
                        new Action(
                                AnswerSurvey.ANSWER,
                                Map.of(
                                        AnswerSurvey.INVITATION,
                                        String.valueOf(invitationId),
                                        AnswerSurvey.SCORE,
                                        String.valueOf(mark)))))
                .toList();
    }

    /** Asks in the conversation of the turn. */
    static void ask(Turn turn, Surveys.Invitation invitation) {
        invitation
                .question(0, turn.language())
                .ifPresent(words -> turn.say(Text.of(SurveysText.QUESTION).with("question", words)));
        marks(invitation.id(), invitation.scale())
                .forEach(way -> turn.offer(way.label(), way.action(), Choice.Answer.NEITHER));
    }
}
