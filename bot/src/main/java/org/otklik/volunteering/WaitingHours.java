package org.otklik.volunteering;

import java.util.ArrayList;
import java.util.List;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.schema.tables.records.TimeEntryRecord;

/** "Hours to approve": lists the reported hours that the reader may decide on, and asks about the one that waits longest. */
public final class WaitingHours implements Attentive {
    private final ApproveHours decisions;
    private final Cues words = new Cues("waiting-hours");

    /** @param decisions who may decide, and how it is done */
    public WaitingHours(ApproveHours decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isAsked = words.has(text, "ask") || (words.has(text, "hours") && words.has(text, "decide"));
        boolean tellsOfWork = understanding.entities().stream().anyMatch(entity -> entity instanceof Entity.Hours);
        if (!turn.speaker().isStaff() || !isAsked || tellsOfWork) {
            return false;
        }
        var named = understanding.all(Entity.Person.class).findAny().isEmpty()
                ? List.<Long>of()
                : new Mentions(new Contacts(turn.sql()), understanding)
                        .known().stream().map(ContactRecord::getId).toList();
        show(
                turn,
                decisions.waiting(turn).stream()
                        .filter(entry -> named.isEmpty() || named.contains(entry.getContactId()))
                        .toList());
        return true;
    }

    private static void show(Turn turn, List<TimeEntryRecord> waiting) {
        if (waiting.isEmpty()) {
            turn.say(VolunteeringText.NO_HOURS_WAIT);
        } else if (waiting.size() == 1) {
            turn.say(line(turn, waiting.getFirst(), VolunteeringText.HOURS_TO_APPROVE));
            ApproveHours.offer(turn, waiting.getFirst());
        } else {
            var lines = new ArrayList<String>();
            lines.add(turn.written(Text.of(VolunteeringText.HOURS_WAIT).with("count", waiting.size())));
            waiting.forEach(entry -> lines.add(turn.written(line(turn, entry, VolunteeringText.HOURS_OF))));
            turn.quote(String.join("\n", lines));
            turn.say(line(turn, waiting.getFirst(), VolunteeringText.BEGIN_WITH));
            ApproveHours.offer(turn, waiting.getFirst());
        }
    }

    private static Text line(Turn turn, TimeEntryRecord entry, VolunteeringText words) {
        return Text.of(words)
                .with("name", new Contacts(turn.sql()).name(entry.getContactId()))
                .with("work", ApproveHours.line(entry));
    }
}
