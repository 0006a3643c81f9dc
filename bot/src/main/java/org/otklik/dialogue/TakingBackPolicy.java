package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** "Scrap that", "remove the reminder", "cancel": takes back what was just written, or the part of it that is named. */
final class TakingBackPolicy implements Policy {
    private static final Duration LATELY = Duration.ofDays(1);
    private static final String ERASE = "privacy.erase";

    private final Entries entries;
    private final IntentPolicy skills;
    private final TakingBack words;

    TakingBackPolicy(Entries entries, IntentPolicy skills, TakingBack words) {
        this.entries = entries;
        this.skills = skills;
        this.words = words;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        var last = turn.state().written().stream()
                .filter(past -> past.at().plus(LATELY).isAfter(turn.at()))
                .findFirst();
        var meant = last.flatMap(past -> meant(turn, understanding, past));
        meant.ifPresent(taken -> takeBack(turn, understanding, last.orElseThrow(), taken));
        return meant.isPresent();
    }

    /** The records that are meant. */
    private Optional<Set<String>> meant(Turn turn, Understanding understanding, Written past) {
        boolean isLeft = understanding.main().filter(act -> act.is(CANCEL)).isPresent()
                && Offered.justNow(turn, UNDO).isPresent();
        boolean isErasure = !turn.speaker().isStaff()
                && understanding.acts().stream().anyMatch(act -> act.is(ERASE) && act.isSure());
        var tables = isErasure ? Optional.<Set<String>>empty() : words.in(understanding);
        return tables.filter(named ->
                        past.entries().stream().map(this::table).toList().containsAll(named))
                .or(() -> isLeft ? Optional.of(Set.of()) : Optional.empty());
    }

    private String table(Entry entry) {
        return entries.form(entry.form()).table();
    }

    private void takeBack(Turn turn, Understanding understanding, Written past, Set<String> tables) {
        boolean isAll =
                tables.isEmpty() || past.entries().stream().map(this::table).allMatch(tables::contains);
        if (isAll) {
            skills.run(turn, understanding, Act.pressed(UNDO));
            return;
        }
        var left = new ArrayList<Entry>();
        for (var entry : past.entries()) {
            if (!tables.contains(table(entry))) {
                left.add(entry);
            } else if (new Changes(turn.sql()).undo(past.turnId(), table(entry), entry.row(), turn.at())) {
                turn.say(Text.of(DialogueText.TAKEN_OUT).with("record", entries.told(turn, entry)));
            } else {
                turn.say(Text.of(DialogueText.CHANGED_BY_SOMEBODY));
                left.add(entry);
            }
        }
        turn.state(turn.state().without(past.turnId()).having(new Written(past.turnId(), past.at(), left)));
    }
}
