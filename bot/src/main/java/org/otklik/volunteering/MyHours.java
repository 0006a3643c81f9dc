package org.otklik.volunteering;

import java.time.LocalDate;
import java.util.Set;
import org.otklik.contacts.NotKnown;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.organization.Organization;
import org.otklik.volunteering.TimeEntries.Status;

/** A volunteer asks for the sum of their hours: all of them, and how many are approved and how many wait. */
public final class MyHours implements Skill {
    private final Organization organization;

    public MyHours(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of("volunteering.my_hours");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var contact = turn.speaker().contactId().filter(id -> turn.speaker().isKnown());
        if (contact.isEmpty()) {
            NotKnown.refuse(turn, VolunteeringText.WHOSE_HOURS);
            return;
        }
        var today = organization.day(turn.message().sentAt());
        var asked = heard.whole()
                .all(Entity.Date.class)
                .map(Entity.Date::value)
                .filter(value -> !value.first().isAfter(today))
                .findFirst();
        var first = asked.map(value -> value.first()).orElse(today.withDayOfYear(1));
        var last = asked.map(value -> value.last()).orElse(today);
        say(turn, contact.get(), first, last, asked.isPresent() && !isThisYear(first, last, today));
        new TimeEntries(turn.sql())
                .planned(contact.get(), today)
                .forEach(
                        shift -> turn.say(Text.of(VolunteeringText.NEXT_SHIFT).with("work", ApproveHours.line(shift))));
    }

    private static boolean isThisYear(LocalDate first, LocalDate last, LocalDate today) {
        return first.equals(today.withDayOfYear(1)) && !last.isBefore(today);
    }

    private static void say(Turn turn, long contactId, LocalDate first, LocalDate last, boolean isStretch) {
        var entries = new TimeEntries(turn.sql());
        var approved = entries.worked(contactId, first, last, Status.APPROVED);
        var waiting = entries.worked(contactId, first, last, Status.SUBMITTED);
        turn.say(Text.of(isStretch ? VolunteeringText.HOURS_FROM_TO : VolunteeringText.HOURS_THIS_YEAR)
                .with("year", String.valueOf(first.getYear()))
                .with("first", first)
                .with("last", last)
                .with("all", approved.add(waiting))
                .with("approved", approved)
                .with("waiting", waiting));
    }
}
