package org.otklik.tasks;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** What is to be done, in the words of who asked. Somebody to think of is enough. */
final class TitleSlot implements Slot<String> {
    private static final int LONGEST = 300;

    private final Organization organization;
    private final TaskWords words;
    private final Slot<Long> contact;

    /** @param contact whom the task is about */
    TitleSlot(Organization organization, TaskWords words, Slot<Long> contact) {
        this.organization = organization;
        this.words = words;
        this.contact = contact;
    }

    @Override
    public String name() {
        return "title";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.find(contact).isEmpty();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(TasksText.WHAT);
    }

    /** A correction changes the day or who does it, and leaves the words. */
    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        boolean isAnswer = turn.state()
                .form()
                .filter(open -> open.name().equals(TaskForm.NAME))
                .flatMap(open -> open.asked().filter(name()::equals))
                .isPresent();
        if (asked && !isAnswer) {
            return Optional.empty();
        }
        return Optional.of(words.request(
                                turn.sql(),
                                understanding,
                                organization.day(turn.message().sentAt()))
                        .title())
                .filter(title -> title.codePoints().filter(Character::isLetter).count() > 1);
    }

    @Override
    public Optional<String> reworded(String present, Contrast contrast) {
        return contrast.reword(present);
    }

    @Override
    public Optional<Text> objection(Turn turn, String value) {
        return value.length() > LONGEST ? Optional.of(Text.of(TasksText.TOO_LONG)) : Optional.empty();
    }
}
