package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.conversation.Edited;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Told;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Understander;
import org.otklik.nlu.Understanding;

/** A message that was only a part of a form is edited: what it had answered there is answered anew, before and after the record is made. */
final class EditedAnswers {
    private final Map<String, Form> forms;
    private final Understander understander;

    EditedAnswers(List<Form> forms, Understander understander) {
        this.forms = forms.stream().collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
        this.understander = understander;
    }

    /** What becomes of answers; hints are what was said of a slot without answering it. */
    private record Change(Map<String, JsonNode> answers, Map<String, String> hints) {
        boolean isNone() {
            return answers.isEmpty() && hints.isEmpty();
        }
    }

    /** Returns false when the message was no part of a form, or nothing that it had answered is another now. */
    boolean handle(Turn turn, long first, Understanding now) {
        var edited = new Edited(turn.sql(), first);
        var form = edited.form().map(forms::get);
        if (form.isEmpty()) {
            return false;
        }
        var before = before(turn, edited);
        var open = turn.state()
                .form()
                .filter(filled -> filled.name().equals(form.get().name()));
        return open.map(filled -> refill(turn, form.get(), filled, before, now))
                .orElseGet(() -> edited.made()
                        .filter(told -> amend(turn, form.get(), told, before, now))
                        .isPresent());
    }

    /** What a message meant before it was edited. */
    Understanding before(Turn turn, Edited edited) {
        var words = edited.words();
        return understander.understand(
                words.text(), words.sentAt(), turn.language(), turn.speaker().isStaff());
    }

    private static boolean refill(Turn turn, Form form, OpenForm open, Understanding before, Understanding now) {
        var change = change(turn, form, open.answers(), before, now);
        var filled = open;
        for (var hint : change.hints().entrySet()) {
            filled = filled.without(hint.getKey()).hinting(hint.getKey(), hint.getValue());
        }
        for (var answer : change.answers().entrySet()) {
            filled = filled.with(answer.getKey(), answer.getValue());
        }
        if (!change.isNone()) {
            turn.state(turn.state().with(filled));
            new FormFilling(form).proceed(turn, filled);
        }
        return !change.isNone();
    }

    private static boolean amend(Turn turn, Form form, Told told, Understanding before, Understanding now) {
        var entry = told.entries().stream()
                .filter(made -> made.form().equals(form.name()))
                .findFirst();
        return entry.filter(made -> amend(turn, form, made, told, before, now)).isPresent();
    }

    /** Puts a record right that the message had answered a part of; false when that part is as it was. */
    static boolean amend(Turn turn, Form form, Entry entry, Told told, Understanding before, Understanding now) {
        if (!(form instanceof EntryForm written)) {
            return false;
        }
        var change = change(turn, form, entry.answers(), before, now);
        if (!change.isNone()) {
            Correction.told(Edits.present(turn, entry), written, change.answers(), change.hints())
                    .apply(turn, told.turnIds().getFirst());
        }
        return !change.isNone();
    }

    private static Change change(
            Turn turn, Form form, Map<String, JsonNode> present, Understanding before, Understanding now) {
        var answers = new LinkedHashMap<String, JsonNode>();
        var hints = new LinkedHashMap<String, String>();
        for (var slot : form.slots()) {
            var was = heard(turn, slot, before);
            var is = heard(turn, slot, now);
            var known = Optional.ofNullable(present.get(slot.name()));
            boolean wasMeant = was.isPresent()
                    ? known.filter(value -> Correction.isSame(value, was.get())).isPresent()
                    : slot.hint(turn, before).isPresent() && known.isPresent();
            if (wasMeant && !was.equals(is)) {
                is.ifPresentOrElse(
                        value -> answers.put(slot.name(), value),
                        () -> slot.hint(turn, now).ifPresent(words -> hints.put(slot.name(), words)));
            }
        }
        return new Change(answers, hints);
    }

    private static <T> Optional<JsonNode> heard(Turn turn, Slot<T> slot, Understanding words) {
        return slot.hear(turn, words, true).map(Json.MAPPER::valueToTree);
    }
}
