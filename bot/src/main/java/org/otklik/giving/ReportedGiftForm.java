package org.otklik.giving;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Entry;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/**
 * Somebody says to have paid. It is kept as reported, and a manager looks for it in the bank. A gift that comes again is another
 * matter: its instalments are found by the bank alone.
 */
public final class ReportedGiftForm implements EntryForm {
    static final String PAID = "giving.report_payment";
    private static final String NAME = "reported-gift";

    private final Organization organization;
    private final AmountSlot amount;
    private final CurrencySlot currency;
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, true);

    public ReportedGiftForm(Organization organization, EntityRecognizer recognizer) {
        this.organization = organization;
        this.amount = new AmountSlot(recognizer, GivingText.ASK_REPORTED_AMOUNT, answers -> true) {
            // From somebody known it is asked for once the gift is written: the rest can not be lost then.
            @Override
            public boolean isNeeded(Turn turn, Answers answers) {
                return !turn.speaker().isKnown()
                        || isOpen(turn)
                        || answers.hint(this).isPresent();
            }

            @Override
            public void ask(Turn turn, Answers answers) {
                turn.say(GivingText.ASK_REPORTED_AMOUNT);
                FormFilling.offer(turn, NAME, name(), Text.of(GivingText.DONT_REMEMBER), NullNode.getInstance());
            }
        };
        this.currency = new CurrencySlot(NAME, organization, recognizer, answers -> true);
        this.name = new NameSlot(organization);
    }

    private static boolean isOpen(Turn turn) {
        return turn.state().form().filter(form -> form.name().equals(NAME)).isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(PAID);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(amount, currency, name, reach);
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
        lookForIt(turn, answers, contactId);
        return new Gifts(turn.sql())
                .report(contactId, money(answers), turn.message().id());
    }

    private void lookForIt(Turn turn, Answers answers, long contactId) {
        var contact = new Contacts(turn.sql()).name(contactId);
        var title = money(answers)
                .map(sum -> Text.of(GivingText.RECONCILE_TASK).with("amount", sum))
                .orElse(Text.of(GivingText.RECONCILE_TASK_OPEN))
                .with("name", contact);
        new Tasks(turn.sql())
                .add(new Tasks.NewTask(
                        turn.written(title),
                        Optional.of(organization.firstReplyDue(turn.at())),
                        new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id),
                        Optional.of(contactId),
                        Tasks.Origin.SYSTEM));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        money(answers).ifPresent(sum -> new Gifts(turn.sql()).change(row, sum));
    }

    private Optional<Money> money(Answers answers) {
        return answers.find(amount)
                .map(sum -> new Money(sum, answers.find(currency).orElse(organization.currency())));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return money(answers)
                .map(sum -> Text.of(GivingText.REPORTED).with("amount", sum))
                .orElse(Text.of(GivingText.REPORTED_OPEN))
                .with("name", whose(turn, answers));
    }

    private String whose(Turn turn, Answers answers) {
        return answers.find(name)
                .map(PersonName::full)
                .or(() -> turn.speaker().contactId().map(new Contacts(turn.sql())::name))
                .orElseThrow();
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        turn.say(GivingText.REPORTED_THANKS);
        if (money(answers).isEmpty()) {
            var written = turn.entries().getLast();
            turn.state(turn.state()
                    .with(OpenForm.amending(Entry.made(NAME, written.answers(), row), turn.at())
                            .asking(amount.name(), turn.at())));
            amount.ask(turn, answers);
        }
    }
}
