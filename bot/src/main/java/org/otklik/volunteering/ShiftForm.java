package org.otklik.volunteering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.SaidSlot;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.volunteering.TimeEntries.Status;
import org.otklik.volunteering.TimeEntries.Work;

/** Staff tell of a volunteer's hours: a shift that is agreed on, or one that was worked; with a note of it in the log. */
public final class ShiftForm implements EntryForm {
    static final String NAME = "shift";
    /** What volunteers say of themselves by another intent. */
    static final String SHIFT = "volunteering.shift";

    private final Organization organization;
    private final AccessRules access;
    private final ContactSlot contact = new ContactSlot(NAME, true);
    private final Over over = new Over();
    private final ShiftDay worked;
    private final HoursSlot hours;

    public ShiftForm(Organization organization, EntityRecognizer recognizer, AccessRules access) {
        this.organization = organization;
        this.access = access;
        this.worked = new ShiftDay(organization);
        this.hours = new HoursSlot(organization, recognizer, worked, Optional.of(contact));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(SHIFT);
    }

    @Override
    public Set<String> intentsOfStaff() {
        return Set.of("volunteering.log_hours");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact, over, worked, hours);
    }

    @Override
    public String table() {
        return "time_entry";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        var work = work(turn, answers);
        return new TimeEntries(turn.sql()).add(answers.get(contact), work, status(turn, answers, work.workedOn()));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var work = work(turn, answers);
        new TimeEntries(turn.sql()).change(row, answers.get(contact), work, status(turn, answers, work.workedOn()));
    }

    private Work work(Turn turn, Answers answers) {
        var day = answers.find(worked)
                .orElseGet(() -> organization.day(turn.message().sentAt()));
        return new Work(day, answers.get(hours), Optional.empty());
    }

    /** What is ahead is a plan; what is over counts at once where it is told by who may say so. */
    private Status status(Turn turn, Answers answers, LocalDate day) {
        if (day.isAfter(organization.day(turn.message().sentAt()))) {
            return Status.PLANNED;
        }
        var who = turn.speaker().staff().orElseThrow();
        return mayApprove(turn, answers, who) ? Status.APPROVED : Status.SUBMITTED;
    }

    private boolean mayApprove(Turn turn, Answers answers, Staff who) {
        boolean isOwner = new TimeEntries(turn.sql())
                .ownerOfContract(answers.get(contact))
                .equals(Optional.of(who.id()));
        return access.mayApproveHours(who.role(), isOwner);
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var work = work(turn, answers);
        boolean isPlan = work.workedOn().isAfter(organization.day(turn.message().sentAt()));
        return Text.of(isPlan ? VolunteeringText.SHIFT_PLANNED : VolunteeringText.SHIFT_WORKED)
                .with("name", new Contacts(turn.sql()).name(answers.get(contact)))
                .with("hours", work.hours())
                .with("day", work.workedOn());
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        long who = answers.get(contact);
        var text = turn.message().text();
        var log = new Interactions(turn.sql());
        if (!log.isOf(turn.message().id(), who)) {
            log.add(new Interactions.NewInteraction(
                    who,
                    Interactions.Kind.NOTE,
                    organization.day(turn.message().sentAt()),
                    text,
                    turn.speaker().staff().orElseThrow().id(),
                    turn.message().id()));
        }
        new TimeEntries(turn.sql())
                .find(row)
                .filter(entry -> entry.getStatus().equals(Status.SUBMITTED.code()))
                .ifPresent(entry -> new Approvers(turn.sql())
                        .of(who)
                        .ifPresent(member -> ApproveHours.ask(
                                turn,
                                member.id(),
                                entry,
                                Text.of(VolunteeringText.HOURS_TO_APPROVE)
                                        .with("name", new Contacts(turn.sql()).name(who))
                                        .with("work", ApproveHours.line(entry)))));
    }

    /** On which day: ahead for a plan, and only then. */
    private final class ShiftDay extends WorkedSlot {
        ShiftDay(Organization organization) {
            super(organization, true);
        }

        @Override
        public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
            boolean isOver = over.hear(turn, understanding, asked).isPresent();
            return super.hear(turn, understanding, asked)
                    .or(() -> isOver ? ahead(understanding, today(turn)) : Optional.empty());
        }

        /** "Next week": for a shift it takes the day itself. */
        @Override
        public Optional<String> hint(Turn turn, Understanding understanding) {
            return ahead(understanding, today(turn)).map(LocalDate::toString);
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return answers.hint(this).isPresent();
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(answers.find(over).isPresent() ? VolunteeringText.WHICH_DAY : VolunteeringText.WHICH_DAY_AHEAD);
        }

        @Override
        public Optional<Text> objection(Turn turn, LocalDate value, Answers answers) {
            return value.isAfter(today(turn)) && answers.find(over).isPresent()
                    ? Optional.of(Text.of(VolunteeringText.DAY_AHEAD).with("day", value))
                    : objection(turn, value);
        }

        private LocalDate today(Turn turn) {
            return organization.day(turn.message().sentAt());
        }
    }

    /** That it is told as something which has happened: "worked three hours tomorrow" is a slip. */
    private static final class Over extends SaidSlot<Boolean> {
        Over() {
            super("over", Boolean.class);
        }

        @Override
        public Optional<Boolean> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding.acts().stream().anyMatch(act -> act.is(SHIFT) && act.mood() == Mood.DONE)
                    ? Optional.of(true)
                    : Optional.empty();
        }
    }
}
