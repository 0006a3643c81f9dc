package org.otklik.mailings;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** The e-mail address that mailings are about. */
final class EmailSlot implements Slot<String> {
    private static final Pattern BEGUN = Pattern.compile("[^\\s@,;:]+@[^\\s@,;:]*");

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
        if (answers.hint(this).isPresent()) {
            turn.say(MailingsText.NO_EMAIL);
        }
        turn.say(question);
    }

    /** "anna@example", which is no whole address. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return BEGUN.matcher(understanding.text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .filter(_ -> hear(turn, understanding, true).isEmpty());
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding.all(Entity.Email.class).map(Entity.Email::value).findFirst();
    }
}
