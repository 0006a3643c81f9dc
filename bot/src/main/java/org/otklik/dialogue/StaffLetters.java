package org.otklik.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understander;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters of staff are what a list of commands is written in: each is done by itself, and answered under its own words. */
final class StaffLetters {
    private static final Logger LOG = LoggerFactory.getLogger(StaffLetters.class);

    /** Who sends more at once has pasted something. */
    private static final int MOST = 20;

    private final Subject subject;
    private final CommandLines lines;

    StaffLetters(Understander understander, IntentPolicy skills) {
        this.subject = new Subject(understander, skills);
        this.lines = new CommandLines(understander, skills);
    }

    static boolean isOne(Turn turn) {
        return turn.speaker().isStaff() && turn.message().letter().isPresent();
    }

    /** What a letter says, its subject included where that belongs to it. */
    String words(Turn turn, String text) {
        return isOne(turn) ? subject.and(turn, text) : text;
    }

    /** What a letter wants, one by one; of other messages all of the words. */
    List<String> commands(Turn turn, String words) {
        boolean isForward = turn.message()
                .letter()
                .filter(letter -> letter.forwarded().isPresent())
                .isPresent();
        return isOne(turn) && !isForward ? lines.of(turn, words) : List.of(words);
    }

    /** Does one after the other. What one asks waits until all are done, and what fails leaves the others alone. */
    void each(Turn turn, List<String> commands, Consumer<String> read) {
        var asked = new ArrayList<OpenForm>();
        commands.stream().limit(MOST).forEach(command -> {
            turn.read(command);
            attempt(turn, command, read);
            turn.state().form().ifPresent(open -> {
                asked.add(open);
                turn.state(turn.state().withoutForm());
            });
        });
        if (commands.size() > MOST) {
            turn.say(Text.of(DialogueText.TOO_MANY_COMMANDS)
                    .with("count", MOST)
                    .with("rest", String.join("\n", commands.subList(MOST, commands.size()))));
        }
        for (int i = 0; i < asked.size(); i++) {
            var open = asked.get(i);
            turn.state(i == 0 ? turn.state().with(open) : turn.state().queueing(open));
        }
    }

    private static void attempt(Turn turn, String command, Consumer<String> read) {
        try {
            turn.attempt(() -> read.accept(command));
        } catch (RuntimeException e) {
            LOG.error("A command of message {} failed", turn.message().id(), e);
            turn.say(DialogueText.COMMAND_FAILED);
        }
    }
}
