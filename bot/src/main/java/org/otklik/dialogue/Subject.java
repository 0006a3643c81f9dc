package org.otklik.dialogue;

import java.util.Set;
import org.otklik.channels.Letter;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * What a colleague says by the subject of a letter. It is a command where the letter has no text, or one that only adds to it: "log call"
 * above what was said, "find Smirnova" above "her phone". Else the text says it all. The subject of an answer is no command.
 */
final class Subject {
    /** What tells nothing by itself. */
    private static final Set<String> COURTESIES =
            Set.of("conversation.greet", "conversation.thanks", "conversation.goodbye", "conversation.affirm");

    private static final Set<String> OF_SOMEBODY = Set.of("contacts.find", "contacts.timeline", "giving.history");
    /** What can be said of a call, and what is to be done, says much else besides. */
    private static final Set<String> OF_ANY_TEXT =
            Set.of(DialogueIntents.LOG, "tasks.create", "knowledge.add_article", "campaigns.send");

    private final Understander understander;
    private final IntentPolicy skills;
    private final Phrases marks = new Phrases("reply-marks");
    private final Phrases takingText = new Phrases("subject-commands");

    Subject(Understander understander, IntentPolicy skills) {
        this.understander = understander;
        this.skills = skills;
    }

    /** The words of a letter with what its subject says. */
    String and(Turn turn, String text) {
        var subject = turn.message()
                .letter()
                .filter(letter -> letter.forwarded().isEmpty())
                .map(Letter::subject)
                .map(String::strip);
        if (subject.isEmpty()) {
            return text;
        }
        boolean isAnswer = isAnswer(subject.get());
        if (turn.message().text().isBlank()) {
            return isAnswer ? "" : text;
        }
        return isAnswer || subject.get().isBlank() ? text : together(turn, subject.get(), text.strip());
    }

    private boolean isAnswer(String subject) {
        int colon = subject.indexOf(':');
        return colon > 0
                && marks.meaning(subject.substring(0, colon).replaceAll("\\[\\d+]", ""))
                        .isPresent();
    }

    private String together(Turn turn, String subject, String text) {
        var more = understand(turn, text);
        var taking = takingText.opening(subject);
        if (taking.filter(intent -> isTextOf(intent, more)).isPresent()) {
            return subject + (subject.contains(":") ? "\n" : ": ") + text;
        }
        var command = understand(turn, subject);
        if (taking.isPresent() || !isCommand(command)) {
            return text;
        }
        if (saysNothing(more)) {
            return subject;
        }
        boolean isDetail =
                command.main().filter(act -> OF_SOMEBODY.contains(act.intent())).isPresent()
                        && namesSomebody(command)
                        && !namesSomebody(more)
                        && more.acts().stream().noneMatch(act -> isOther(act));
        return isDetail ? subject + ": " + text : text;
    }

    /** Whether a text is what a command asks for, and not a command of its own. */
    private boolean isTextOf(String intent, Understanding text) {
        boolean isSame =
                text.main().filter(act -> act.isSure() && act.is(intent)).isPresent();
        return takingText.opening(text.text()).isEmpty()
                && !isSame
                && (OF_ANY_TEXT.contains(intent) || text.acts().stream().noneMatch(this::isOther));
    }

    private Understanding understand(Turn turn, String words) {
        return skills.asMeant(
                turn, understander.understand(words, turn.message().sentAt(), turn.language(), true));
    }

    private boolean isCommand(Understanding words) {
        return words.main()
                .filter(act -> act.isSure() && skills.serves(act.intent()) && !COURTESIES.contains(act.intent()))
                .isPresent();
    }

    private static boolean namesSomebody(Understanding words) {
        return words.entities().stream().anyMatch(Entity::namesSomebody);
    }

    /** Whether it wants something that is no fact about who was named. */
    private boolean isOther(Act act) {
        return act.isSure()
                && skills.isStaffs(act.intent())
                && !OF_SOMEBODY.contains(act.intent())
                && !act.is("giving.record")
                && !act.is("reports.show");
    }

    /** "Thank you!" below a command adds nothing to it. */
    private boolean saysNothing(Understanding words) {
        return words.text().lines().filter(line -> !line.isBlank()).allMatch(understander::isSalutation)
                || (!words.acts().isEmpty()
                        && words.entities().isEmpty()
                        && words.acts().stream().allMatch(act -> COURTESIES.contains(act.intent())));
    }
}
