package org.otklik.directory;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;

/** What is asked about a contact; nothing in particular means the card. */
final class QuestionSlot implements Slot<Question> {
    @Override
    public String name() {
        return "question";
    }

    @Override
    public Class<Question> type() {
        return Question.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("what is asked about a contact is never asked for");
    }

    @Override
    public Optional<Question> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().isEmpty()
                ? understanding.text()
                : understanding.acts().stream().map(Act::text).collect(Collectors.joining("\n"));
        var facts = Fact.in(words);
        var when = understanding.all(Entity.Date.class).map(Entity.Date::value).findFirst();
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(facts, when.map(DateValue::first), when.map(DateValue::last)));
    }
}
