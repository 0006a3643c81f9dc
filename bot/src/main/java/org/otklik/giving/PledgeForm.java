package org.otklik.giving;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;

/** Somebody wants to give. The promise is written at once and told back, with how to pay; no money has come by it. */
public final class PledgeForm extends OwnGiftForm {
    static final String DONATE = "giving.donate";
    private static final String NAME = "pledge";

    private final DaySlot day;

    public PledgeForm(Organization organization, EntityRecognizer recognizer) {
        var reach = new ReachSlot(NAME, false);
        super(
                NAME,
                organization,
                recognizer,
                new AmountSlot(recognizer, GivingText.ASK_AMOUNT, answers -> true),
                new NameSlot(organization) {
                    @Override
                    public void ask(Turn turn, Answers answers) {
                        super.ask(turn, answers);
                        if (answers.find(reach).isEmpty()) {
                            turn.say(GivingText.AND_WHERE);
                        }
                    }
                },
                reach);
        this.day = new DaySlot(NAME, organization, GivingText.ASK_DAY);
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
    public Set<String> intents() {
        return Set.of(DONATE);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(amount, currency, day, name, reach);
    }

    @Override
    long write(Turn turn, Answers answers, long donorId) {
        return new Gifts(turn.sql())
                .pledge(
                        donorId,
                        pledged(answers),
                        answers.find(day),
                        turn.message().id());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Gifts(turn.sql()).change(row, pledged(answers), answers.find(day));
    }

    private Money pledged(Answers answers) {
        return money(answers).orElseThrow();
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var pledged = answers.find(day)
                .map(date -> Text.of(GivingText.PLEDGED_FOR).with("day", date))
                .orElse(Text.of(GivingText.PLEDGED));
        return pledged.with("name", whose(turn, answers)).with("amount", pledged(answers));
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        turn.say(GivingText.THANKS);
        organization
                .howToPay(turn.language())
                .ifPresent(way -> turn.say(Text.of(GivingText.HOW_TO_PAY).with("way", way)));
    }
}
