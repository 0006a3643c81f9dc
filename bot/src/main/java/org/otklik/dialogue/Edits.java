package org.otklik.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Edited;
import org.otklik.conversation.Entry;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Told;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** An edited message edits what it made: records change with it, come with it, and go with it. */
final class Edits {
    private final Entries entries;
    private final IntentPolicy skills;
    private final EditedAnswers answers;

    Edits(Entries entries, IntentPolicy skills, EditedAnswers answers) {
        this.entries = entries;
        this.skills = skills;
        this.answers = answers;
    }

    /** Returns false when the message that was edited has made no records, nor a part of one: it is then a message like any other. */
    boolean handle(Turn turn, Understanding understanding) {
        var first = turn.earlier().edited();
        var told = first.flatMap(message -> Told.about(turn.sql(), message));
        told.ifPresent(made -> edit(turn, understanding, made, first.orElseThrow()));
        return told.isPresent()
                || first.filter(message -> answers.handle(turn, message, understanding))
                        .isPresent();
    }

    private void edit(Turn turn, Understanding understanding, Told told, long first) {
        var left = new ArrayList<>(told.entries());
        left.removeIf(entry -> new Changes(turn.sql()).isTakenBack(told.turnIds(), table(entry), entry.row()));
        var before = answers.before(turn, new Edited(turn.sql(), first));
        if (before.acts().stream()
                .noneMatch(act -> skills.opensForm(act) && act.isSure() && !act.isBare(before.text()))) {
            left.forEach(
                    entry -> EditedAnswers.amend(turn, entries.form(entry.form()), entry, told, before, understanding));
        } else {
            compare(turn, understanding, left, told);
        }
        if (!turn.hasSpoken()) {
            turn.say(DialogueText.NOTHING_CHANGED);
        }
    }

    /** What the message says now stands against what it made. */
    private void compare(Turn turn, Understanding understanding, List<Entry> left, Told told) {
        for (var act : understanding.acts()) {
            var form = skills.form(act.intent());
            var match = left.stream()
                    .filter(entry -> form.filter(served -> served.name().equals(entry.form()))
                            .isPresent())
                    .findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                change(turn, understanding, act, match.get(), told);
            } else if (form.isPresent()) {
                skills.run(turn, understanding, act);
            }
        }
        left.forEach(entry -> takeOut(turn, entry, told));
    }

    private String table(Entry entry) {
        return entries.form(entry.form()).table();
    }

    /** Takes back what the message and its edits did to a record, the last first. */
    private void takeOut(Turn turn, Entry entry, Told told) {
        var refusal = entries.refusal(turn, entry);
        if (refusal.isPresent()) {
            turn.say(refusal.get());
            return;
        }
        var changes = new Changes(turn.sql());
        told.turnIds().reversed().forEach(turnId -> changes.undo(turnId, table(entry), entry.row(), turn.at()));
        turn.say(
                changes.isTakenBack(told.turnIds(), table(entry), entry.row())
                        ? Text.of(DialogueText.TAKEN_OUT).with("record", entries.told(turn, present(turn, entry)))
                        : Text.of(DialogueText.CHANGED_BY_SOMEBODY));
    }

    /** The record as it is now: it may have been put right in words since. */
    static Entry present(Turn turn, Entry told) {
        return turn.state().written().stream()
                .flatMap(past -> past.entries().stream())
                .filter(entry -> entry.form().equals(told.form()) && entry.row() == told.row())
                .findFirst()
                .orElse(told);
    }

    private void change(Turn turn, Understanding understanding, Act act, Entry entry, Told told) {
        var form = entries.form(entry.form());
        var said = understanding.acts().size() > 1 ? understanding.only(act) : understanding;
        var heard = new FormFilling(form).hear(turn, OpenForm.begin(form.name(), turn.at()), said);
        var answers = new LinkedHashMap<>(heard.answers());
        answers.entrySet()
                .removeIf(answer -> Optional.ofNullable(entry.answers().get(answer.getKey()))
                        .filter(present -> Correction.isSame(answer.getValue(), present))
                        .isPresent());
        var hints = new LinkedHashMap<>(heard.hints());
        hints.keySet().removeAll(heard.answers().keySet());
        if (!answers.isEmpty() || !hints.isEmpty()) {
            Correction.told(present(turn, entry), form, answers, Map.copyOf(hints))
                    .apply(turn, told.turnIds().getFirst());
        }
    }
}
