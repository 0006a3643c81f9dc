package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** "Scrap that", "remove the reminder", "cancel": takes back what was just written, or the part of it that is named. */
final class TakingBackPolicy implements Policy {
    private static final String STAY_AWAY = "events.cancel";
    private static final Duration LATELY = Duration.ofDays(1);
    private static final String ERASE = "privacy.erase";

    private final Entries entries;
    private final IntentPolicy skills;
    private final TakingBackWords words;

    TakingBackPolicy(Entries entries, IntentPolicy skills, TakingBackWords words) {
        this.entries = entries;
        this.skills = skills;
        this.words = words;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        boolean namesSomebody = understanding.all(Entity.Person.class).findAny().isPresent();
        var lately = turn.earlier().written().stream()
                .filter(past -> past.at().plus(LATELY).isAfter(turn.at()));
        var last = (namesSomebody ? lately.filter(past -> isAbout(turn, understanding, past)) : lately).findFirst();
        var meant = last.flatMap(past -> meant(turn, understanding, past));
        meant.ifPresent(taken -> takeBack(turn, understanding, last.orElseThrow(), taken));
        if (meant.isEmpty() && erasesARecord(turn, understanding)) {
            run(turn, understanding, Map.of());
            return true;
        }
        boolean isOfSomebodyElse = namesSomebody
                && turn.speaker().isStaff()
                && last.isEmpty()
                && words.in(understanding).isPresent()
                && !turn.state().written().isEmpty();
        if (isOfSomebodyElse) {
            turn.say(DialogueText.NO_SUCH_RECORD);
        }
        return meant.isPresent() || isOfSomebodyElse;
    }

    /** "Erase my last note", when nothing was written: it is a record that shall go, and nobody's data. */
    private boolean erasesARecord(Turn turn, Understanding understanding) {
        return turn.speaker().isStaff()
                && understanding.main().filter(act -> act.is(ERASE)).isPresent()
                && words.in(understanding).isPresent();
    }

    private void run(Turn turn, Understanding understanding, Map<String, String> arguments) {
        var undo = Act.pressed(UNDO);
        skills.run(turn, new Heard(understanding.text(), undo, understanding.with(List.of(undo)), arguments));
    }

    /** "Undo that gift of Vera's": whether all that a turn has written is about whom the words name. */
    private boolean isAbout(Turn turn, Understanding understanding, Written past) {
        return !past.entries().isEmpty()
                && past.entries().stream()
                        .allMatch(entry -> entries.form(entry.form()).slots().stream()
                                .filter(slot -> slot.name().equals(Form.CONTACT))
                                .flatMap(slot -> slot.hear(turn, understanding, true).stream())
                                .map(String::valueOf)
                                .anyMatch(whom -> Optional.ofNullable(
                                                entry.answers().get(Form.CONTACT))
                                        .map(JsonNode::asText)
                                        .filter(whom::equals)
                                        .isPresent()));
    }

    /** The records that are meant. */
    private Optional<Set<String>> meant(Turn turn, Understanding understanding, Written past) {
        boolean isLeft = understanding.main().filter(act -> act.is(CANCEL)).isPresent()
                && Offered.justNow(turn, UNDO).isPresent();
        // Who does not come after all still is whom they said they are.
        boolean isOther = !turn.speaker().isStaff()
                && understanding.acts().stream().anyMatch(act -> (act.is(ERASE) || act.is(STAY_AWAY)) && act.isSure());
        var tables = isOther ? Optional.<Set<String>>empty() : words(turn, understanding, past);
        return tables.filter(named ->
                        past.entries().stream().map(this::table).toList().containsAll(named))
                .or(() -> isLeft ? Optional.of(Set.of()) : Optional.empty());
    }

    /** What is named beside the words may be why, where it fits nothing that was written and asks for nothing else. */
    private Optional<Set<String>> words(Turn turn, Understanding understanding, Written past) {
        boolean isReason =
                understanding.acts().stream().allMatch(act -> act.is(UNDO) || act.is(CANCEL) || !act.isSure())
                        && past.entries().stream()
                                .map(entry -> Correction.of(turn, entry, entries.form(entry.form()), understanding))
                                .allMatch(correction -> correction.answers().isEmpty());
        return isReason ? words.besideValues(understanding) : words.in(understanding);
    }

    private String table(Entry entry) {
        return entries.form(entry.form()).table();
    }

    private void takeBack(Turn turn, Understanding understanding, Written past, Set<String> tables) {
        boolean isAll =
                tables.isEmpty() || past.entries().stream().map(this::table).allMatch(tables::contains);
        var meant = past.entries().stream()
                .filter(entry -> tables.contains(table(entry)))
                .toList();
        if (isAll && meant.stream().allMatch(entry -> writings(turn, entry).size() == 1)) {
            run(turn, understanding, Map.of("turn", String.valueOf(past.turnId())));
            return;
        }
        meant.forEach(entry -> takeOut(turn, entry));
    }

    /** What wrote a record and what put it right since, the last first. */
    private static List<Written> writings(Turn turn, Entry record) {
        return turn.earlier().written().stream()
                .filter(past -> past.entries().stream().anyMatch(entry -> isSame(entry, record)))
                .toList();
    }

    private static boolean isSame(Entry one, Entry other) {
        return one.form().equals(other.form()) && one.row() == other.row();
    }

    /** The record goes with all that was put right of it; or it stays as it is. */
    private void takeOut(Turn turn, Entry record) {
        var writings = writings(turn, record);
        var refusal = entries.refusal(turn, record);
        var changes = new Changes(turn.sql());
        boolean isUndone = refusal.isEmpty()
                && writings.stream()
                        .allMatch(past -> changes.undo(past.turnId(), table(record), record.row(), turn.at()));
        turn.say(refusal.orElse(
                isUndone
                        ? Text.of(DialogueText.TAKEN_OUT).with("record", entries.told(turn, record))
                        : Text.of(DialogueText.CHANGED_BY_SOMEBODY)));
        if (isUndone) {
            // Each is put before the others again.
            writings.reversed().forEach(past -> {
                var left = past.entries().stream()
                        .filter(entry -> !isSame(entry, record))
                        .toList();
                turn.state(turn.state().without(past.turnId()).having(new Written(past.turnId(), past.at(), left)));
            });
        }
    }
}
