package org.otklik.giving;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Somebody wants to give. The promise is written at once and told back, with how to pay; no money has come by it. */
public final class PledgeForm implements EntryForm {
    static final String DONATE = "giving.donate";
    private static final String NAME = "pledge";

    private final Organization organization;
    private final AmountSlot amount;
    private final CurrencySlot currency;
    private final DaySlot day;
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, false);

    public PledgeForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.amount = new AmountSlot(recognizer, GivingText.ASK_AMOUNT, answers -> true);
        this.currency = new CurrencySlot(NAME, organization, recognizer, answers -> true);
        this.day = new DaySlot(NAME, organization);
        this.name = new NameSlot(organization) {
            @Override
            public void ask(Turn turn, Answers answers) {
                super.ask(turn, answers);
                if (answers.find(reach).isEmpty()) {
                    turn.say(GivingText.AND_WHERE);
                }
            }
        };
    }

    @Override
    public Optional<Text> noted(Turn turn, Answers answers) {
        return answers.find(amount)
                .<Object>map(sum -> answers.find(currency)
                        .<Object>map(code -> new Money(sum, code))
                        .orElse(sum))
                .map(sum -> answers.find(day)
                        .map(date -> Text.of(GivingText.SO_FAR_FOR).with("day", date))
                        .orElse(Text.of(GivingText.SO_FAR))
                        .with("amount", sum));
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
    public String table() {
        return "gift";
    }

    @Override
    public long write(Turn turn, Answers answers) {
        long contactId = turn.speaker()
                .contactId()
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        new Contacts(turn.sql()).addRole(contactId, "donor");
        return new Gifts(turn.sql())
                .pledge(
                        contactId,
                        money(answers),
                        answers.find(day),
                        turn.message().id());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Gifts(turn.sql()).change(row, money(answers), answers.find(day));
    }

    private Money money(Answers answers) {
        return new Money(answers.get(amount), answers.find(currency).orElse(organization.currency()));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var pledged = answers.find(day)
                .map(date -> Text.of(GivingText.PLEDGED_FOR).with("day", date))
                .orElse(Text.of(GivingText.PLEDGED));
        return pledged.with("name", whose(turn, answers)).with("amount", money(answers));
    }

    private String whose(Turn turn, Answers answers) {
        return answers.find(name)
                .map(PersonName::full)
                .or(() -> turn.speaker()
                        .contactId()
                        .flatMap(new Contacts(turn.sql())::find)
                        .map(ContactRecord::getName))
                .orElseThrow();
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        turn.say(GivingText.THANKS);
        organization
                .howToPay(turn.language())
                .ifPresent(way -> turn.say(Text.of(GivingText.HOW_TO_PAY).with("way", way)));
    }
}
