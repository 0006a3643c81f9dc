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
import org.otklik.interactions.Interactions;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Why the mark was given, in the person's own words; may be left out. */
public final class CommentForm implements Form {
    static final String NAME = "survey-comment";

    private final Organization organization;
    private final Comment comment = new Comment();
    private final Concerns concerns;

    public CommentForm(Organization organization) {
        this.organization = organization;
        this.concerns = new Concerns(organization);
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
        return List.of(comment);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var surveys = new Surveys(turn.sql());
        var words = answers.find(comment);
        var invitation = surveys.lastOf(turn);
        var answer = invitation.flatMap(asked -> surveys.answer(asked.id()));
        if (words.isEmpty() || answer.isEmpty()) {
            turn.say(SurveysText.THANKS_FOR_SCORE);
            return;
        }
        var asked = invitation.get();
        surveys.comment(answer.get(), words.get());
        asked.contactId()
                .ifPresent(contact -> new Interactions(turn.sql())
                        .add(new Interactions.OwnWords(
                                contact,
                                organization.day(turn.message().sentAt()),
                                words.get(),
                                turn.conversation().address().channel(),
                                turn.message().id())));
        if (asked.scale().isLow(answer.get().getScore())) {
            concerns.raise(turn, asked, answer.get(), words);
        } else {
            turn.say(SurveysText.THANKS_FOR_COMMENT);
        }
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

        /** Who is not content is asked why; everybody else what the survey asks next. */
        @Override
        public void ask(Turn turn, Answers answers) {
            var surveys = new Surveys(turn.sql());
            surveys.lastOf(turn).ifPresent(invitation -> {
                boolean isLow = surveys.answer(invitation.id())
                        .filter(answer -> invitation.scale().isLow(answer.getScore()))
                        .isPresent();
                if (isLow) {
                    turn.say(SurveysText.WHY);
                } else {
                    invitation
                            .question(1, turn.language())
                            .ifPresent(words ->
                                    turn.say(Text.of(SurveysText.QUESTION).with("question", words)));
                }
            });
            FormFilling.offer(turn, NAME, name(), Text.of(DialogueText.SKIP), NullNode.getInstance());
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            boolean isMark = understanding.acts().stream().anyMatch(act -> act.is(AnswerSurvey.ANSWER));
            return asked && !isMark && !understanding.text().isBlank()
                    ? Optional.of(understanding.text().strip())
                    : Optional.empty();
        }
    }
}
