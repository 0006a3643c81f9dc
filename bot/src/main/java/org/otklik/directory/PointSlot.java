package org.otklik.directory;

import java.util.Optional;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** A phone number or an e-mail address, where one was said. */
record PointSlot(PointKind kind) implements Slot<String> {
    @Override
    public String name() {
        return kind.code();
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("nobody is asked for the address of somebody else");
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        return kind == PointKind.PHONE
                ? understanding.all(Entity.Phone.class).map(Entity.Phone::value).findFirst()
                : understanding.all(Entity.Email.class).map(Entity.Email::value).findFirst();
    }
}
