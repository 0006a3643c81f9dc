package org.otklik.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Understanding;

/** What happened, or what is needed. A bare "I want to complain" tells nothing yet. */
final class Story implements Slot<String> {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int ENOUGH_WORDS = 6;

    private final CasesText question;

    Story(CasesText question) {
        this.question = question;
    }

    @Override
    public String name() {
        return "story";
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
        var text = understanding.text().strip();
        long words = WORD.matcher(text).results().count();
        return words > 0 && (asked || words >= ENOUGH_WORDS) ? Optional.of(text) : Optional.empty();
    }
}
