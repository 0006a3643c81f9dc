package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AMEND;
import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.dialogue.DialogueIntents.DENY;

import java.util.Map;
import java.util.stream.Stream;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** "No, 500 not 5000", "and it was yesterday": puts right what the last turns have written. */
final class CorrectionPolicy implements Policy {
    private final Entries entries;
    private final Cues refusals = new Cues("refusals");

    CorrectionPolicy(Entries entries) {
        this.entries = entries;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        boolean wasAsked = turn.state().fixing();
        boolean corrects = corrects(understanding);
        turn.state(turn.state().fixing(false));
        if (!wasAsked && !corrects) {
            return false;
        }
        boolean done = turn.state().written().stream().anyMatch(past -> correct(turn, past, understanding));
        boolean isOpen =
                turn.state().written().stream().anyMatch(past -> !past.entries().isEmpty());
        if (!done && corrects && isOpen) {
            turn.state(turn.state().fixing(true));
            turn.say(DialogueText.FIX_WHAT);
        }
        return done || (corrects && isOpen);
    }

    /** A no that says what is right instead is a correction, whatever else the classifier takes it for. */
    private boolean corrects(Understanding understanding) {
        boolean isSaid = understanding.acts().stream().anyMatch(act -> act.is(CORRECT));
        boolean isDenied = understanding.acts().stream().anyMatch(act -> act.is(DENY)) || isNo(understanding);
        return isSaid || (isDenied && !understanding.entities().isEmpty());
    }

    /** Whether nothing is said but no, and values. */
    private boolean isNo(Understanding understanding) {
        var rest = new StringBuilder(understanding.text());
        Stream.concat(
                        understanding.entities().stream().map(Entity::span),
                        refusals.in(understanding.text()).stream().map(Cues.Found::span))
                .forEach(span -> rest.replace(span.start(), span.end(), " ".repeat(span.end() - span.start())));
        return rest.chars().noneMatch(Character::isLetterOrDigit)
                && !refusals.in(understanding.text()).isEmpty();
    }

    /** Finds the records of one turn that the words can be about; where it may be one of several, asks which. */
    private boolean correct(Turn turn, Written past, Understanding understanding) {
        var meant = Correction.meant(past.entries().stream()
                .map(entry -> Correction.of(turn, entry, entries.form(entry.form()), understanding))
                .toList());
        if (meant.size() == 1 || Correction.areOne(meant)) {
            meant.forEach(correction -> correction.apply(turn, past.turnId()));
        } else if (!meant.isEmpty()) {
            turn.say(DialogueText.FIX_WHICH);
            for (var correction : meant) {
                var arguments = Map.of(
                        "turn", String.valueOf(past.turnId()),
                        "row", String.valueOf(correction.entry().row()),
                        "form", correction.entry().form(),
                        "answers", Json.write(correction.answers()).data());
                turn.offer(correction.told(turn), new Action(AMEND, arguments), Choice.Answer.NEITHER);
            }
        }
        return !meant.isEmpty();
    }

    /** A pressed choice of the record that was meant. */
    void amend(Turn turn, Heard heard) {
        long turnId = heard.number("turn").orElseThrow();
        turn.state().written().stream()
                .filter(past -> past.turnId() == turnId)
                .forEach(past -> past.entries().stream()
                        .filter(entry -> heard.number("row")
                                .filter(row -> row == entry.row())
                                .isPresent())
                        .filter(entry -> heard.argument("form")
                                .filter(entry.form()::equals)
                                .isPresent())
                        .forEach(entry -> Correction.chosen(
                                        entry,
                                        entries.form(entry.form()),
                                        heard.argument("answers").orElseThrow())
                                .apply(turn, past.turnId())));
    }
}
