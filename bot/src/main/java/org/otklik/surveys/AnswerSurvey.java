package org.otklik.surveys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Keeps the answer to a survey as soon as it is given. A low mark is asked about, and somebody sees to it. */
public final class AnswerSurvey implements Skill {
    static final String ANSWER = "surveys.answer";
    static final String INVITATION = "invitation";
    static final String SCORE = "score";

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final Concerns concerns;
    private final CommentForm comment;

    public AnswerSurvey(Organization organization, EntityRecognizer recognizer, CommentForm comment) {
        this.organization = organization;
        this.recognizer = recognizer;
        this.concerns = new Concerns(organization);
        this.comment = comment;
    }

    @Override
    public Set<String> intents() {
        return Set.of(ANSWER);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var surveys = new Surveys(turn.sql());
        var invitation =
                heard.number(INVITATION).map(id -> surveys.of(turn, id)).orElseGet(() -> surveys.lastOf(turn));
        var pressed = heard.number(SCORE).map(Long::intValue);
        var mark = pressed.map(score -> new Mark(Optional.of(score), true, Optional.<String>empty()))
                .or(() -> Mark.in(heard.whole(), recognizer, turn.language()));
        if (invitation.isEmpty() || mark.isEmpty()) {
            turn.say(SurveysText.NOT_ASKED);
            return;
        }
        var scale = invitation.get().scale();
        mark.get()
                .score()
                .filter(scale::holds)
                .ifPresentOrElse(
                        score -> keep(turn, invitation.get(), score, mark.get().comment()),
                        () -> askAgain(turn, invitation.get()));
    }

    private static void askAgain(Turn turn, Surveys.Invitation invitation) {
        turn.say(Text.of(SurveysText.OUT_OF_SCALE)
                .with("lowest", invitation.scale().lowest())
                .with("highest", invitation.scale().highest()));
        Question.marks(invitation.id(), invitation.scale())
                .forEach(way -> turn.offer(way.label(), way.action(), Choice.Answer.NEITHER));
    }

    private void keep(Turn turn, Surveys.Invitation invitation, int score, Optional<String> words) {
        var surveys = new Surveys(turn.sql());
        boolean isChange = surveys.answer(invitation.id()).isPresent();
        var answer = surveys.answer(invitation, score, words, turn.at());
        words.ifPresent(said -> log(turn, invitation, said));
        boolean isLow = invitation.scale().isLow(score);
        if (isLow) {
            concerns.raise(turn, invitation, answer, words);
        } else {
            concerns.settle(turn, invitation, answer);
            turn.say(Text.of(isChange ? SurveysText.SCORE_CHANGED : SurveysText.THANKS_FOR_SCORE)
                    .with("score", score));
        }
        boolean hasMore = isLow || invitation.question(1, turn.language()).isPresent();
        boolean asksMore = words.isEmpty() && hasMore && answer.getComment() == null;
        boolean isAsking = turn.state()
                .form()
                .filter(open -> open.name().equals(CommentForm.NAME))
                .isPresent();
        if (isAsking && !asksMore) {
            turn.state(turn.state().withoutForm());
        } else if (!isAsking && asksMore) {
            new FormFilling(comment).open(turn, Understanding.nothing());
        }
    }

    /** What somebody says of us is on record in their own words. */
    private void log(Turn turn, Surveys.Invitation invitation, String words) {
        Instant sent = turn.message().sentAt();
        invitation
                .contactId()
                .ifPresent(contact -> new Interactions(turn.sql())
                        .add(new Interactions.OwnWords(
                                contact,
                                organization.day(sent),
                                words,
                                turn.conversation().address().channel(),
                                turn.message().id())));
    }
}
