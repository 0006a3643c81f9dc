package org.otklik.mailings;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** The e-mail address that mailings are about. */
final class EmailSlot implements Slot<String> {
    private final MailingsText question;

    EmailSlot(MailingsText question) {
        this.question = question;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(question);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding.all(Entity.Email.class).map(Entity.Email::value).findFirst();
    }
}
