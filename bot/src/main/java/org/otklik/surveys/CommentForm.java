package org.otklik.surveys;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/** Why the mark was given, in the person's own words; may be left out. */
public final class CommentForm implements Form {
    private static final String NAME = "survey-comment";

    private final Comment comment = new Comment();

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
        return List.of(comment);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var surveys = new Surveys(turn.sql());
        surveys.openIn(turn.conversation().id()).ifPresent(invitation -> {
            answers.find(comment).ifPresent(words -> surveys.comment(invitation, words));
            surveys.close(invitation, turn.at());
        });
        turn.say(SurveysText.THANKS_FOR_COMMENT);
    }

    private static final class Comment implements Slot<String> {
        @Override
        public String name() {
            return "comment";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            new Surveys(turn.sql())
                    .openIn(turn.conversation().id())
                    .flatMap(invitation -> invitation.question(1, turn.language()))
                    .ifPresent(words -> turn.say(Text.of(SurveysText.QUESTION).with("question", words)));
            FormFilling.offer(turn, NAME, name(), Text.of(DialogueText.SKIP), NullNode.getInstance());
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return asked && !understanding.text().isBlank()
                    ? Optional.of(understanding.text().strip())
                    : Optional.empty();
        }
    }
}
