package org.otklik.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.cases.Cases.Kind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.knowledge.AskKnowledge;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** A question that no article answered, asked while a form was open: once the form is done, it goes to a person. */
public final class PendingQuestion implements Form {
    private final OpenCase cases;
    private final Question question = new Question();

    public PendingQuestion(Organization organization) {
        this.cases = new OpenCase(organization);
    }

    @Override
    public String name() {
        return AskKnowledge.PENDING;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(question);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var words = answers.get(question);
        turn.say(Text.of(CasesText.NOW_TO).with("question", words));
        cases.passOn(turn, Kind.QUESTION, words);
        turn.speaker()
                .contactId()
                .ifPresent(contact -> new Cases(turn.sql())
                        .belongTo(contact, turn.conversation().id()));
    }

    private static final class Question implements Slot<String> {
        @Override
        public String name() {
            return AskKnowledge.QUESTION;
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            throw new IllegalStateException("the question is known before it waits");
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return Optional.empty();
        }
    }
}
