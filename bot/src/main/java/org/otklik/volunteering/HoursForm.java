package org.otklik.volunteering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.volunteering.TimeEntries.Status;
import org.otklik.volunteering.TimeEntries.Work;

/** A volunteer reports hours. They wait for whoever looks after the volunteer, and count as the volunteer's meanwhile. */
public final class HoursForm implements EntryForm {
    static final String NAME = "hours";

    private final Organization organization;
    private final ActivitySlot activity = new ActivitySlot();
    private final WorkedSlot worked;
    private final HoursSlot hours;
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, false);

    public HoursForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.worked = new WorkedSlot(organization, false);
        this.hours = new HoursSlot(organization, recognizer, worked, Optional.empty());
        this.name = new NameSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("volunteering.log_hours");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(worked, hours, activity, name, reach);
    }

    @Override
    public String table() {
        return "time_entry";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long contactId = turn.speaker()
                .contactId()
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        return new TimeEntries(turn.sql()).add(contactId, work(turn, answers), Status.SUBMITTED);
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var entries = new TimeEntries(turn.sql());
        var entry = entries.find(row).orElseThrow();
        entries.change(row, entry.getContactId(), work(turn, answers), Status.SUBMITTED);
    }

    /** Hours that somebody has approved are put right by them, not behind their back. */
    @Override
    public Optional<Text> refusal(Turn turn, long row) {
        return new TimeEntries(turn.sql())
                .find(row)
                .filter(entry -> !entry.getStatus().equals(Status.SUBMITTED.code()))
                .map(entry -> {
                    var decider = new Approvers(turn.sql()).of(entry.getContactId());
                    return decider.map(member ->
                                    Text.of(VolunteeringText.DECIDED_ALREADY).with("who", member.name()))
                            .orElse(Text.of(VolunteeringText.DECIDED_BEFORE));
                });
    }

    private Work work(Turn turn, Answers answers) {
        var day = answers.find(worked)
                .orElseGet(() -> organization.day(turn.message().sentAt()));
        return new Work(day, answers.get(hours), answers.find(activity));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var work = work(turn, answers);
        return work.activity()
                .map(done -> Text.of(VolunteeringText.HOURS_OF_WORK).with("activity", done))
                .orElse(Text.of(VolunteeringText.HOURS))
                .with("hours", work.hours())
                .with("day", work.workedOn());
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        sumUp(turn, row);
        tell(turn, row, VolunteeringText.HOURS_TO_APPROVE);
    }

    @Override
    public void amended(Turn turn, long row, Answers answers) {
        sumUp(turn, row);
        tell(turn, row, VolunteeringText.HOURS_CORRECTED);
    }

    private static void sumUp(Turn turn, long row) {
        var entries = new TimeEntries(turn.sql());
        var entry = entries.find(row).orElseThrow();
        var first = entry.getWorkedOn().withDayOfMonth(1);
        var last = first.plusMonths(1).minusDays(1);
        var waiting = entries.worked(entry.getContactId(), first, last, Status.SUBMITTED);
        var approved = entries.worked(entry.getContactId(), first, last, Status.APPROVED);
        turn.say(Text.of(VolunteeringText.MONTH_SO_FAR)
                .with("month", first.getMonthValue())
                .with("all", waiting.add(approved))
                .with("waiting", waiting));
    }

    private static void tell(Turn turn, long row, VolunteeringText words) {
        var entry = new TimeEntries(turn.sql()).find(row).orElseThrow();
        new Approvers(turn.sql())
                .of(entry.getContactId())
                .ifPresent(member -> ApproveHours.ask(
                        turn,
                        member.id(),
                        entry,
                        Text.of(words)
                                .with("name", new Contacts(turn.sql()).name(entry.getContactId()))
                                .with("work", ApproveHours.line(entry))));
    }
}
