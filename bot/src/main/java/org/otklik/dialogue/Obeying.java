package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.CODE;
import static org.otklik.dialogue.DialogueIntents.STOP;

import java.util.Map;
import java.util.regex.Pattern;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/**
 * Does what was typed behind a stroke: what a button of that meaning would do. A name that is no command is read as words where it is
 * clear what they ask for, and answered with the nearest commands elsewhere.
 */
final class Obeying {
    /** What is no word: a number, or letters and figures without a space between them, as in the code of a link. */
    private static final Pattern CODE_TYPED =
            Pattern.compile("\\d[\\d -]{2,30}|(?=\\p{Alpha}*[\\d_-])[\\p{Alnum}_-]{6,64}|\\p{Alpha}{24,64}");

    private final Understander understander;
    private final IntentPolicy skills;
    private final StopPolicy stopping;
    private final SlashCommands slashes = new SlashCommands();
    private final Dialogue dialogue;

    Obeying(Understander understander, IntentPolicy skills, StopPolicy stopping, Dialogue dialogue) {
        this.understander = understander;
        this.skills = skills;
        this.stopping = stopping;
        this.dialogue = dialogue;
    }

    /** A command is never meant for a person who answers, and what only looks like one is not for a visitor. */
    boolean isForBot(Turn turn) {
        boolean isAnswering = turn.speaker().isStaff() && turn.state().relay().isPresent();
        return turn.message().press().isEmpty()
                && slashes.in(turn.message().said())
                        .filter(typed -> typed.command().isPresent() || isAnswering)
                        .filter(typed -> !(typed.is(SlashCommand.RETURN) && isAnswering))
                        .filter(typed -> isAnswering || !asks(typed))
                        .isPresent();
    }

    /** What the bot would ask for, a person would be told. */
    private static boolean asks(SlashCommands.Typed typed) {
        return typed.is(SlashCommand.LINK) && typed.argument().isEmpty();
    }

    /** Says whether there was a command to obey. An edited message is what it was edited to, and never one. */
    boolean handle(Turn turn, String text) {
        var typed = slashes.in(text).filter(_ -> turn.message().edits().isEmpty());
        typed.ifPresent(command -> obey(turn, command));
        return typed.isPresent();
    }

    private void obey(Turn turn, SlashCommands.Typed typed) {
        var command = typed.command();
        boolean isWordy = command.map(known ->
                        known == SlashCommand.TASKS && !typed.argument().isEmpty())
                .orElseGet(
                        () -> !slashes.isMistyped(typed.name(), turn.speaker().isStaff()));
        if (isWordy && isUnderstood(turn, typed.words())) {
            dialogue.hear(turn, typed.words());
        } else if (command.isEmpty()) {
            refuse(turn, typed);
        } else if (typed.is(SlashCommand.STOP)) {
            stopping.handle(turn, Understanding.pressed(Act.pressed(STOP)));
        } else if (typed.is(SlashCommand.RETURN)) {
            turn.say(turn.speaker().isStaff() ? DialogueText.NOBODY_ANSWERED : DialogueText.STAFF_ONLY);
        } else {
            run(turn, command.get(), typed.argument());
        }
    }

    private void refuse(Turn turn, SlashCommands.Typed typed) {
        var near = slashes.nearest(typed.name(), turn.speaker().isStaff()).stream()
                .map(SlashCommand::shown)
                .toList();
        turn.say(Text.of(DialogueText.UNKNOWN_COMMAND)
                .with("command", "/" + typed.name())
                .with("near", near));
        dialogue.remind(turn);
    }

    private void run(Turn turn, SlashCommand command, String argument) {
        if (command.takesCode() && CODE_TYPED.matcher(argument).matches()) {
            dialogue.press(turn, Action.of(CODE, "code", argument));
            return;
        }
        var meant = skills.asMeant(turn, Understanding.pressed(Act.pressed(command.intent())))
                .main()
                .orElseThrow()
                .intent();
        boolean isChoice = command == SlashCommand.LANGUAGE && !argument.isEmpty();
        dialogue.press(turn, new Action(meant, isChoice ? Map.of("language", argument) : Map.of()));
        if (command == SlashCommand.LINK && !argument.isEmpty()) {
            dialogue.hear(turn, argument);
        }
    }

    /** "/find Anna", "/donate": words with a stroke before them. */
    private boolean isUnderstood(Turn turn, String words) {
        return understander
                .understand(
                        words,
                        turn.message().sentAt(),
                        turn.language(),
                        turn.speaker().isStaff())
                .main()
                .filter(act -> act.isSure() && skills.serves(act.intent()))
                .isPresent();
    }
}
