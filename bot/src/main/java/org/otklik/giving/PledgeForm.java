package org.otklik.giving;

import static org.otklik.dialogue.DialogueIntents.UNDO;

import java.util.List;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;

/** Somebody wants to give. The promise is written at once and told back, with how to pay; no money has come by it. */
public final class PledgeForm implements Form {
    private static final String DONATE = "giving.donate";
    private static final String NAME = "pledge";

    private final Organization organization;
    private final AmountSlot amount;
    private final CurrencySlot currency;
    private final DaySlot day;
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, false);

    public PledgeForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.amount = new AmountSlot(recognizer);
        this.currency = new CurrencySlot(NAME, organization, recognizer);
        this.day = new DaySlot(NAME, organization);
        this.name = new NameSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(DONATE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(amount, currency, day, name, reach);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        long contactId = turn.speaker()
                .contactId()
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        new Contacts(turn.sql()).addRole(contactId, "donor");
        var money = new Money(answers.get(amount), answers.find(currency).orElse(organization.currency()));
        var expectedOn = answers.find(day);
        new Gifts(turn.sql())
                .pledge(contactId, money, expectedOn, turn.message().id());

        var who = new Contacts(turn.sql()).find(contactId).orElseThrow().getName();
        var thanks = expectedOn
                .map(date -> Text.of(GivingText.PLEDGED_FOR).with("day", date))
                .orElse(Text.of(GivingText.PLEDGED));
        turn.say(thanks.with("name", who).with("amount", money));
        organization
                .howToPay(turn.language())
                .ifPresent(way -> turn.say(Text.of(GivingText.HOW_TO_PAY).with("way", way)));
        turn.offer(DialogueText.UNDO, Action.of(UNDO, "turn", turn.id()));
        turn.state(turn.state().having(new Written(turn.id(), DONATE, turn.at())));
    }
}
