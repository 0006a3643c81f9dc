package org.otklik.basics;

import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Changes.Undone;
import org.otklik.conversation.Misreadings;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.dialogue.Entries;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;

/** Takes back what the last turn of this conversation wrote, or what the turn wrote that a button belongs to. */
public final class Undo implements Skill {
    private final Organization organization;
    private final Entries entries;

    /** @param entries knows why records must stay, and tells again what a correction had changed */
    public Undo(Organization organization, Entries entries) {
        this.organization = organization;
        this.entries = entries;
    }

    @Override
    public Set<String> intents() {
        return Set.of(UNDO);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        heard.number("turn")
                .or(() -> turn.earlier().written().stream().map(Written::turnId).findFirst())
                .filter(id -> isOwn(turn, id))
                .ifPresentOrElse(id -> undo(turn, id), () -> turn.say(BasicsText.NOTHING_TO_UNDO));
    }

    private void undo(Turn turn, long turnId) {
        var written = turn.state().written().stream()
                .filter(past -> past.turnId() == turnId)
                .flatMap(past -> past.entries().stream())
                .toList();
        turn.state(turn.state().without(turnId));
        var refusal = written.stream()
                .flatMap(entry -> entries.refusal(turn, entry).stream())
                .findFirst();
        if (refusal.isPresent()) {
            turn.say(refusal.get());
            return;
        }
        var undone = new Changes(turn.sql()).undo(turnId, turn.at());
        new Misreadings(turn.sql()).takenBack(turnId, turn.at());
        say(turn, undone);
        if (undone instanceof Undone.Done) {
            // What a correction had changed is told as it is again.
            written.stream()
                    .flatMap(entry -> entry.restored().stream())
                    .forEach(entry -> turn.say(entries.told(turn, entry)));
        }
    }

    /** A button keeps its turn, but only what this conversation wrote can be taken back here. */
    private static boolean isOwn(Turn turn, long turnId) {
        return new Changes(turn.sql()).isOf(turnId, turn.conversation().id());
    }

    private void say(Turn turn, Undone undone) {
        switch (undone) {
            case Undone.Done done ->
                turn.say(Text.of(BasicsText.UNDONE)
                        .with("records", UndoneRecords.of(done.inverted()))
                        .with("isNew", String.valueOf(UndoneRecords.isNew(done.inverted()))));
            case Undone.Nothing nothing -> turn.say(BasicsText.NOTHING_TO_UNDO);
            case Undone.Overtaken overtaken -> turn.say(overtaken(turn, overtaken));
            case Undone.InUse inUse -> turn.say(BasicsText.IN_USE);
        }
    }

    /** Who it was is told to staff only. */
    private Text overtaken(Turn turn, Undone.Overtaken overtaken) {
        var when = organization.local(overtaken.at());
        Optional<String> who = overtaken
                .byStaff()
                .filter(id -> turn.speaker().isStaff())
                .flatMap(id -> new StaffMembers(turn.sql()).find(id))
                .map(StaffMembers.Member::name);
        return who.map(name -> Text.of(BasicsText.CHANGED_SINCE_BY).with("who", name))
                .orElse(Text.of(BasicsText.CHANGED_SINCE))
                .with("when", when);
    }
}
