package org.otklik.directory;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;

/** What is asked about a contact; nothing in particular means the card. */
final class QuestionSlot extends SaidSlot<Question> {
    QuestionSlot() {
        super("question", Question.class);
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
