package org.otklik.surveys;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** The mark. It is kept as soon as it is given; why comes after, and may be left out. */
public final class ScoreForm implements Form {
    private static final String NAME = "survey-score";

    private final Score score = new Score();
    private final CommentForm comment;

    public ScoreForm(CommentForm comment) {
        this.comment = comment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(score);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var surveys = new Surveys(turn.sql());
        surveys.openIn(turn.conversation().id()).ifPresent(invitation -> {
            surveys.answer(invitation, answers.get(score), turn.at());
            turn.say(SurveysText.THANKS_FOR_SCORE);
            if (invitation.question(1, turn.language()).isPresent()) {
                new FormFilling(comment).open(turn, Understanding.nothing());
            } else {
                surveys.close(invitation, turn.at());
            }
        });
    }

    private static final class Score implements Slot<Integer> {
        private static final Pattern BARE = Pattern.compile("\\s*(\\d{1,3})\\s*[.!]*\\s*");

        @Override
        public String name() {
            return "score";
        }

        @Override
        public Class<Integer> type() {
            return Integer.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            new Surveys(turn.sql()).openIn(turn.conversation().id()).ifPresent(invitation -> {
                invitation
                        .question(0, turn.language())
                        .ifPresent(
                                words -> turn.say(Text.of(SurveysText.QUESTION).with("question", words)));
                IntStream.rangeClosed(
                                invitation.scale().lowest(), invitation.scale().highest())
                        .forEach(mark -> FormFilling.offer(
                                turn,
                                NAME,
                                name(),
                                Text.of(SurveysText.SCORE).with("score", mark),
                                IntNode.valueOf(mark)));
            });
        }

        @Override
        public Optional<Integer> hear(Turn turn, Understanding understanding, boolean asked) {
            if (!asked) {
                return Optional.empty();
            }
            return understanding
                    .all(Entity.Rating.class)
                    .findFirst()
                    .map(Entity.Rating::value)
                    .or(() -> bare(understanding.text()));
        }

        private static Optional<Integer> bare(String text) {
            var digits = BARE.matcher(text);
            return digits.matches() ? Optional.of(Integer.valueOf(digits.group(1))) : Optional.empty();
        }

        @Override
        public Optional<Text> objection(Turn turn, Integer value) {
            return new Surveys(turn.sql())
                    .openIn(turn.conversation().id())
                    .filter(invitation -> !invitation.scale().holds(value))
                    .map(invitation -> Text.of(SurveysText.OUT_OF_SCALE)
                            .with("lowest", invitation.scale().lowest())
                            .with("highest", invitation.scale().highest()));
        }
    }
}
