package org.otklik.volunteering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Correspondence;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.TimeEntryRecord;
import org.otklik.volunteering.TimeEntries.Status;

/** The buttons by which reported hours are approved or refused; a volunteer hears of a refusal. */
public final class ApproveHours implements Skill {
    private static final String APPROVE = "volunteering.approve";
    private static final String REFUSE = "volunteering.refuse";
    private static final String ENTRY = "entry";
    private static final String GO_ON = "next";

    private final Organization organization;
    private final AccessRules access;

    public ApproveHours(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    /** Asks a member of staff about hours, where they can be reached. */
    static void ask(Turn turn, long staffId, TimeEntryRecord entry, Text opening) {
        var ways = List.of(
                new Way(Text.of(VolunteeringText.APPROVE), Action.of(APPROVE, ENTRY, entry.getId())),
                new Way(Text.of(VolunteeringText.REFUSE), Action.of(REFUSE, ENTRY, entry.getId())));
        new Handoffs(turn.sql()).lineOf(staffId).ifPresent(line -> turn.notice(line, opening, ways));
    }

    /** Offers to decide on hours that somebody has asked for; after them the next ones are offered. */
    static void offer(Turn turn, TimeEntryRecord entry) {
        var arguments = Map.of(ENTRY, String.valueOf(entry.getId()), GO_ON, "");
        turn.offer(Text.of(VolunteeringText.APPROVE), new Action(APPROVE, arguments), Answer.YES);
        turn.offer(Text.of(VolunteeringText.REFUSE), new Action(REFUSE, arguments), Answer.NO);
    }

    /** What the speaker may decide on, the oldest first. */
    List<TimeEntryRecord> waiting(Turn turn) {
        var reader = turn.speaker().staff().orElseThrow();
        return new TimeEntries(turn.sql())
                .waiting().stream()
                        .filter(entry -> mayDecide(turn, reader, entry))
                        .toList();
    }

    static Text line(TimeEntryRecord entry) {
        return Optional.ofNullable(entry.getActivity())
                .map(done -> Text.of(VolunteeringText.WORK_OF).with("activity", done))
                .orElse(Text.of(VolunteeringText.WORK))
                .with("hours", entry.getHours().stripTrailingZeros())
                .with("day", entry.getWorkedOn());
    }

    @Override
    public Set<String> intents() {
        return Set.of(APPROVE, REFUSE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var entry = heard.number(ENTRY).flatMap(new TimeEntries(turn.sql())::find);
        if (entry.isEmpty() || !entry.get().getStatus().equals(Status.SUBMITTED.code())) {
            turn.say(VolunteeringText.NOTHING_TO_DECIDE);
            return;
        }
        var reader = turn.speaker().staff();
        if (reader.isEmpty() || !mayDecide(turn, reader.get(), entry.get())) {
            turn.say(VolunteeringText.NOT_YOURS_TO_DECIDE);
            return;
        }
        boolean isYes = heard.act().is(APPROVE);
        new TimeEntries(turn.sql())
                .decide(
                        entry.get().getId(),
                        isYes ? Status.APPROVED : Status.REJECTED,
                        reader.get().id());
        turn.say(Text.of(isYes ? VolunteeringText.APPROVED : VolunteeringText.REFUSED)
                .with("name", new Contacts(turn.sql()).name(entry.get().getContactId()))
                .with("work", line(entry.get())));
        turn.changed();
        if (!isYes) {
            tellVolunteer(turn, entry.get());
        }
        if (heard.argument(GO_ON).isPresent()) {
            waiting(turn).stream().findFirst().ifPresent(next -> {
                turn.say(Text.of(VolunteeringText.HOURS_TO_APPROVE)
                        .with("name", new Contacts(turn.sql()).name(next.getContactId()))
                        .with("work", line(next)));
                offer(turn, next);
            });
        }
    }

    private boolean mayDecide(Turn turn, Staff reader, TimeEntryRecord entry) {
        boolean isOwner = new TimeEntries(turn.sql())
                .ownerOfContract(entry.getContactId())
                .equals(Optional.of(reader.id()));
        return access.mayApproveHours(reader.role(), isOwner);
    }

    private void tellVolunteer(Turn turn, TimeEntryRecord entry) {
        var note = new Correspondence.Note(
                Text.of(VolunteeringText.REFUSED_SUBJECT),
                Text.of(VolunteeringText.YOURS_REFUSED).with("work", line(entry)),
                List.of(),
                Optional.of(turn.message().id()));
        new Correspondence(turn.sql(), turn.texts(), organization).write(entry.getContactId(), note, turn.at());
    }
}
