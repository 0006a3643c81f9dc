package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Json;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Understanding;

/**
 * What a correction would change of one record.
 *
 * @param answers the slots that change, with what they become
 * @param hints slots of which something was said that is no answer yet
 * @param isNamed whether the value that the record has was said to be wrong
 */
record Correction(
        Entry entry, EntryForm form, Map<String, JsonNode> answers, Map<String, String> hints, boolean isNamed) {

    /** Hears a message as a correction of a record. */
    static Correction of(Turn turn, Entry entry, EntryForm form, Understanding understanding) {
        var answers = new LinkedHashMap<String, JsonNode>();
        var hints = new LinkedHashMap<String, String>();
        boolean isNamed = false;
        var contrast = Contrast.in(understanding.text());
        boolean hasWrongValues = !understanding.wrong().entities().isEmpty();
        var right = contrast.map(found -> found.right(understanding))
                .orElse(understanding)
                .right();
        for (var slot : form.slots()) {
            var known = new LinkedHashMap<>(entry.answers());
            known.putAll(answers);
            var said = value(turn, slot, right, known, entry);
            var reworded = slot.hasParts() || (said.isEmpty() && !hasWrongValues)
                    ? contrast.flatMap(found -> reworded(slot, found, entry))
                    : Optional.<JsonNode>empty();
            var wrong = contrast.flatMap(found -> value(turn, slot, found.wrong(understanding), known, entry))
                    .or(() -> value(turn, slot, understanding.wrong(), known, entry));
            var present = present(slot, entry);
            var meant = wrong.flatMap(value -> said.flatMap(now -> inShort(slot, entry, value, now)));
            var heard = meant.or(() -> slot.hasParts() ? reworded : said)
                    .or(() -> said)
                    .or(() -> reworded);
            isNamed |= reworded.isPresent() || meant.isPresent() || (wrong.isPresent() && wrong.equals(present));
            if (heard.isPresent() && !heard.equals(present)) {
                answers.put(slot.name(), heard.get());
            } else if (heard.isEmpty()) {
                slot.hint(turn, right).ifPresent(words -> hints.put(slot.name(), words));
            }
        }
        return new Correction(entry, form, answers, hints, isNamed);
    }

    /** What a button has chosen. */
    static Correction chosen(Entry entry, EntryForm form, String answers) {
        var values = new LinkedHashMap<String, JsonNode>();
        Json.read(JSONB.valueOf(answers), ObjectNode.class)
                .properties()
                .forEach(field -> values.put(field.getKey(), field.getValue()));
        return new Correction(entry, form, values, Map.of(), true);
    }

    private static <T> Optional<JsonNode> value(
            Turn turn, Slot<T> slot, Understanding understanding, Map<String, JsonNode> known, Entry entry) {
        var answers = new Answers(known, Map.of(), Optional.of(entry.row()));
        return slot.hear(turn, understanding, true)
                .map(value -> answers.find(slot)
                        .map(present -> slot.corrected(present, value))
                        .orElse(value))
                .filter(value -> slot.objection(turn, value, answers).isEmpty())
                .map(Json.MAPPER::valueToTree);
    }

    /** What a slot was answered by, or what holds without an answer. */
    private static <T> Optional<JsonNode> present(Slot<T> slot, Entry entry) {
        return Optional.ofNullable(entry.answers().get(slot.name()))
                .or(() -> slot.implied().map(Json.MAPPER::valueToTree));
    }

    /** A value told in the short way in which the wrong one was told. */
    private static <T> Optional<JsonNode> inShort(Slot<T> slot, Entry entry, JsonNode wrong, JsonNode right) {
        var told = new Answers(Map.of(slot.name(), wrong), Map.of()).find(slot);
        var meant = new Answers(Map.of(slot.name(), right), Map.of()).find(slot);
        return new Answers(entry.answers(), Map.of())
                .find(slot)
                .flatMap(present -> told.flatMap(value -> meant.flatMap(now -> slot.inShort(present, value, now))))
                .map(Json.MAPPER::valueToTree);
    }

    /** An answer that consists of words, with the right ones in the place of the wrong. */
    private static <T> Optional<JsonNode> reworded(Slot<T> slot, Contrast contrast, Entry entry) {
        return new Answers(entry.answers(), Map.of())
                .find(slot)
                .flatMap(present -> slot.reworded(present, contrast))
                .map(Json.MAPPER::valueToTree);
    }

    /** Those that change something; only those whose value was said to be wrong, where there are such. */
    static List<Correction> meant(List<Correction> possible) {
        var changing = possible.stream()
                .filter(correction -> !correction.answers.isEmpty() || !correction.hints.isEmpty())
                .toList();
        var named = changing.stream().filter(Correction::isNamed).toList();
        return named.isEmpty() ? changing : named;
    }

    /** Whether all make the same of the same slot: another person is another person for everything that was told. */
    static boolean areOne(List<Correction> meant) {
        return !meant.isEmpty()
                && meant.stream().allMatch(correction -> correction.answers.size() + correction.hints.size() == 1)
                && meant.stream().map(Correction::answers).distinct().count() == 1
                && meant.stream().map(Correction::hints).distinct().count() == 1
                && meant.stream().map(Correction::changesWhom).allMatch(Boolean::booleanValue);
    }

    private boolean changesWhom() {
        return answers.containsKey(Form.CONTACT) || hints.containsKey(Form.CONTACT);
    }

    /** The record as it would be. */
    Text told(Turn turn) {
        return form.told(turn, Answers.of(open(turn)));
    }

    private OpenForm open(Turn turn) {
        var open = OpenForm.amending(entry, turn.at());
        for (var hint : hints.entrySet()) {
            open = open.without(hint.getKey()).hinting(hint.getKey(), hint.getValue());
        }
        for (var answer : answers.entrySet()) {
            open = open.with(answer.getKey(), answer.getValue());
        }
        return open;
    }

    /** Puts the record right, unless somebody else has changed it since that turn. */
    void apply(Turn turn, long turnId) {
        var refusal = form.refusal(turn, entry.row());
        var other = new Changes(turn.sql()).bySomebodyElse(form.table(), entry.row(), turnId, turn.speaker());
        if (refusal.isPresent()) {
            turn.say(refusal.get());
        } else if (other.isPresent()) {
            turn.say(Text.of(DialogueText.CHANGED_BY_SOMEBODY));
        } else {
            new FormFilling(form).proceed(turn, open(turn));
        }
    }
}
