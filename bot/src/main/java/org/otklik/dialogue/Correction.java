package org.otklik.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param named slots whose value, which the record has, was said to be wrong
 * @param unfit slots of which another value was said to be wrong than the record has
 * @param isPlaced whether a value that it has and keeps was said: "on Sunday it was 2, not 3"
 */
record Correction(
        Entry entry,
        EntryForm form,
        Map<String, JsonNode> answers,
        Map<String, String> hints,
        Set<String> named,
        Set<String> unfit,
        boolean isPlaced) {
    /** A number is stored in as few bytes as it needs, which makes no other number of it. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    /** Hears a message as a correction of a record. */
    static Correction of(Turn turn, Entry entry, EntryForm form, Understanding understanding) {
        var answers = new LinkedHashMap<String, JsonNode>();
        var hints = new LinkedHashMap<String, String>();
        var named = new HashSet<String>();
        var unfit = new HashSet<String>();
        boolean isPlaced = false;
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
            var wrong = value(turn, slot, understanding.wrong(), known, entry)
                    .filter(value -> said.filter(now -> isSame(value, now)).isEmpty())
                    .or(() -> contrast.flatMap(found -> value(turn, slot, found.wrong(understanding), known, entry)));
            var present = present(slot, entry);
            var meant = wrong.flatMap(value -> said.flatMap(now -> inShort(slot, entry, value, now)));
            var heard = meant.or(() -> slot.hasParts() ? reworded : said)
                    .or(() -> said)
                    .or(() -> reworded);
            boolean isNamed = reworded.isPresent()
                    || meant.isPresent()
                    || wrong.filter(value -> isSame(value, present)).isPresent();
            if (isNamed) {
                named.add(slot.name());
            } else if (wrong.isPresent()) {
                unfit.add(slot.name());
            }
            boolean changes = heard.filter(value -> !isSame(value, present)).isPresent();
            isPlaced |= !isNamed
                    && value(turn, slot, understanding.right(), known, entry)
                            .filter(value -> isSame(value, present))
                            .isPresent();
            if (changes) {
                answers.put(slot.name(), heard.get());
            } else if (heard.isEmpty()) {
                slot.hint(turn, right).ifPresent(words -> hints.put(slot.name(), words));
            }
        }
        return new Correction(entry, form, answers, hints, named, unfit, isPlaced);
    }

    private static boolean isSame(JsonNode value, Optional<JsonNode> present) {
        return present.filter(other -> isSame(value, other)).isPresent();
    }

    /** Whether two values are the same, whatever the form in which a number is kept. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    /** What surely changes. */
    static Correction told(Entry entry, EntryForm form, Map<String, JsonNode> answers, Map<String, String> hints) {
        return new Correction(entry, form, answers, hints, answers.keySet(), Set.of(), false);
    }

    /** What a button has chosen. */
    static Correction chosen(Entry entry, EntryForm form, String answers) {
        var values = new LinkedHashMap<String, JsonNode>();
        Json.read(JSONB.valueOf(answers), ObjectNode.class)
                .properties()
                .forEach(field -> values.put(field.getKey(), field.getValue()));
        return told(entry, form, values, Map.of());
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

    /** Those that change something; only those whose value was said to be wrong, or whose other value was said, where there are such. */
    static List<Correction> meant(List<Correction> possible) {
        var changing = possible.stream()
                .filter(correction -> !correction.answers.isEmpty() || !correction.hints.isEmpty())
                .toList();
        var named = changing.stream()
                .filter(Correction::isNamed)
                .map(Correction::withoutUnfit)
                .toList();
        var meant = named.isEmpty() ? changing : named;
        var placed = meant.stream().filter(Correction::isPlaced).toList();
        return placed.isEmpty() ? meant : placed;
    }

    /** Whether the value that the record has was said to be wrong. */
    boolean isNamed() {
        return !named.isEmpty();
    }

    /** "Not 4 but 6 thousand, and not on Thursday but on Friday": of two records each takes what is wrong with it. */
    private Correction withoutUnfit() {
        var fit = new LinkedHashMap<>(answers);
        fit.keySet().removeAll(unfit);
        return new Correction(entry, form, fit, hints, named, unfit, isPlaced);
    }

    /**
     * Whether each puts right another slot, and as many values were called wrong.
     *
     * @param wrong how many values were called wrong
     */
    static boolean areApart(List<Correction> meant, int wrong) {
        var slots = meant.stream()
                .flatMap(correction -> correction.answers.keySet().stream())
                .toList();
        return meant.size() == wrong
                && meant.stream().allMatch(correction -> correction.named.containsAll(correction.answers.keySet()))
                && slots.stream().distinct().count() == slots.size();
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
