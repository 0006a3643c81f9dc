package org.otklik.volunteering;

import static org.otklik.dialogue.DialogueText.NO;
import static org.otklik.dialogue.DialogueText.YES;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Turn;
import org.otklik.deals.Deals;
import org.otklik.deals.Deals.NewDeal;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.tasks.TaskReminder;
import org.otklik.tasks.Tasks;

/**
 * Staff tell that somebody wants to be a volunteer: it becomes a deal. Where only the month was named in which they begin, a
 * reminder some days before it is proposed.
 */
public final class InquiryForm implements EntryForm {
    private static final String NAME = "volunteer-inquiry";
    private static final String REMIND = "volunteering.remind";
    /** How many days before the first day of a month somebody is reminded. */
    private static final int AHEAD = 12;

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Organization organization;
    private final ContactSlot contact = new ContactSlot(NAME, true);
    private final StartSlot start;

    public InquiryForm(Organization organization) {
        this.organization = organization;
        this.start = new StartSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("volunteering.inquiry");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact, start);
    }

    @Override
    public String table() {
        return "deal";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        return new Deals(turn.sql())
                .inquire(
                        new NewDeal(
                                answers.get(contact),
                                Pipeline.VOLUNTEER_CONTRACT,
                                title(turn, answers),
                                answers.find(start).map(Start::day),
                                turn.speaker().staff().map(Staff::id)),
                        turn.at());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Deals(turn.sql())
                .change(
                        row,
                        answers.get(contact),
                        title(turn, answers),
                        answers.find(start).map(Start::day));
    }

    private String title(Turn turn, Answers answers) {
        return turn.written(Text.of(VolunteeringText.DEAL).with("name", whose(turn, answers)));
    }

    private String whose(Turn turn, Answers answers) {
        return new Contacts(turn.sql()).name(answers.get(contact));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return answers.find(start)
                .map(begins -> Text.of(VolunteeringText.INQUIRY_FROM).with("day", begins.day()))
                .orElse(Text.of(VolunteeringText.INQUIRY))
                .with("name", whose(turn, answers));
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        var today = organization.day(turn.at());
        answers.find(start)
                .filter(Start::isMonth)
                .map(begins -> begins.day().minusDays(AHEAD))
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> propose(turn, answers.get(contact), day));
    }

    private static void propose(Turn turn, long contactId, LocalDate day) {
        turn.say(Text.of(VolunteeringText.REMIND).with("day", day));
        var arguments = Map.of("contact", String.valueOf(contactId), "day", day.toString());
        turn.offer(Text.of(YES), new Action(REMIND, arguments), Answer.YES);
        turn.offer(Text.of(NO), Action.of(DialogueIntents.DENY), Answer.NO);
    }

    /** Makes the reminder that was proposed. */
    public Skill reminder() {
        return new Skill() {
            @Override
            public Set<String> intents() {
                return Set.of(REMIND);
            }

            @Override
            public void run(Turn turn, Heard heard) {
                turn.speaker().staff().ifPresent(staff -> remind(turn, heard, staff.id()));
            }
        };
    }

    private void remind(Turn turn, Heard heard, long staffId) {
        var day = LocalDate.parse(heard.argument("day").orElseThrow());
        long contactId = heard.number("contact").orElseThrow();
        var due = day.atTime(MORNING);
        var title = Text.of(VolunteeringText.REMIND_TASK).with("name", new Contacts(turn.sql()).name(contactId));
        var dueAt = due.atZone(organization.zone()).toInstant();
        long task = new Tasks(turn.sql())
                .add(new Tasks.NewTask(
                        turn.written(title),
                        Optional.of(dueAt),
                        Optional.of(staffId),
                        Optional.of(contactId),
                        Tasks.Origin.STAFF));
        TaskReminder.schedule(turn.sql(), task, dueAt);
        turn.about(contactId);
        turn.changed();
        turn.say(Text.of(VolunteeringText.REMINDED).with("when", due).with("title", title));
    }
}
