package org.otklik.volunteering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.deals.Deals;
import org.otklik.deals.Deals.NewDeal;
import org.otklik.deals.Deals.Pipeline;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Somebody wants to be a volunteer: a name and an address where they are not known, then a deal that a coordinator takes up. */
public final class JoinForm implements EntryForm {
    private static final String NAME = "volunteer";

    private final WishesSlot wishes = new WishesSlot();
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, false);

    public JoinForm(Organization organization) {
        this.name = new NameSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("volunteering.join");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(wishes, name, reach);
    }

    @Override
    public String table() {
        return "deal";
    }

    /** Who has asked already does not ask twice. */
    @Override
    public void submit(Turn turn, Answers answers) {
        var stage = turn.speaker().contactId().flatMap(new TimeEntries(turn.sql())::contract);
        if (stage.isPresent()) {
            turn.say(Text.of(VolunteeringText.ASKED_ALREADY).with("stage", stage.get()));
        } else {
            EntryForm.super.submit(turn, answers);
        }
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long contactId = turn.speaker()
                .contactId()
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        var owner = new StaffMembers(turn.sql()).coordinator().map(Member::id);
        var deal = new NewDeal(contactId, Pipeline.VOLUNTEER_CONTRACT, title(turn, answers), Optional.empty(), owner);
        return new Deals(turn.sql()).inquire(deal, turn.at());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Deals(turn.sql()).rename(row, title(turn, answers));
    }

    private String title(Turn turn, Answers answers) {
        return turn.written(answers.find(wishes)
                .map(words -> Text.of(VolunteeringText.DEAL_WITH_WISHES).with("words", words))
                .orElse(Text.of(VolunteeringText.DEAL))
                .with("name", whose(turn, answers)));
    }

    private String whose(Turn turn, Answers answers) {
        return answers.find(name)
                .map(PersonName::full)
                .or(() -> turn.speaker().contactId().map(new Contacts(turn.sql())::name))
                .orElseThrow();
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return answers.find(wishes)
                .map(words -> Text.of(VolunteeringText.JOINED_WITH_WISHES).with("words", words))
                .orElse(Text.of(VolunteeringText.JOINED))
                .with("name", whose(turn, answers));
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        var coordinator = new StaffMembers(turn.sql()).coordinator();
        turn.say(coordinator
                .map(member -> Text.of(VolunteeringText.SOMEBODY_WILL_WRITE).with("who", member.name()))
                .orElse(Text.of(VolunteeringText.WE_WILL_WRITE)));
        coordinator
                .flatMap(member -> new Handoffs(turn.sql()).lineOf(member.id()))
                .ifPresent(line -> {
                    var said = Text.of(VolunteeringText.WANTS_TO_JOIN).with("title", title(turn, answers));
                    turn.notice(line, said, List.<Way>of());
                });
    }
}
