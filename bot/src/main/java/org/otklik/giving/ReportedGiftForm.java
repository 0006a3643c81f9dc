package org.otklik.giving;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Entry;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/**
 * Somebody says to have paid. It is kept as reported, and a manager looks for it in the bank. A gift that comes again is another
 * matter: its instalments are found by the bank alone.
 */
public final class ReportedGiftForm extends OwnGiftForm {
    static final String PAID = "giving.report_payment";
    static final String NAME = "reported-gift";

    private final PaidDaySlot day;

    public ReportedGiftForm(Organization organization, EntityRecognizer recognizer) {
        super(
                NAME,
                organization,
                recognizer,
                new ReportedAmount(recognizer),
                new NameSlot(organization),
                new ReachSlot(NAME, true));
        this.day = new PaidDaySlot(organization);
    }

    /** From somebody known it is asked for once the gift is written: the rest can not be lost then. */
    private static final class ReportedAmount extends AmountSlot {
        ReportedAmount(EntityRecognizer recognizer) {
            super(recognizer, GivingText.ASK_REPORTED_AMOUNT, answers -> true);
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return !turn.speaker().isKnown()
                    || isOpen(turn)
                    || answers.hint(this).isPresent();
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(GivingText.ASK_REPORTED_AMOUNT);
            FormFilling.offer(
                    turn, NAME, Map.of(name(), NullNode.getInstance()), Text.of(GivingText.DONT_REMEMBER), Answer.NO);
        }
    }

    private static boolean isOpen(Turn turn) {
        return turn.state().form().filter(form -> form.name().equals(NAME)).isPresent();
    }

    @Override
    public Set<String> intents() {
        return Set.of(PAID);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(amount, currency, day, name, reach);
    }

    @Override
    long write(Turn turn, Answers answers, long donorId) {
        lookForIt(turn, answers, donorId);
        return new Gifts(turn.sql()).report(donorId, money(answers), new Evidence(turn).messageId());
    }

    private void lookForIt(Turn turn, Answers answers, long donorId) {
        var title = money(answers)
                .map(sum -> Text.of(GivingText.RECONCILE_TASK).with("amount", sum))
                .orElse(Text.of(GivingText.RECONCILE_TASK_OPEN))
                .with("name", new Contacts(turn.sql()).name(donorId));
        new Tasks(turn.sql())
                .add(new Tasks.NewTask(
                        turn.written(title),
                        Optional.of(organization.firstReplyDue(turn.at())),
                        new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id),
                        Optional.of(donorId),
                        Tasks.Origin.SYSTEM));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        money(answers).ifPresent(sum -> new Gifts(turn.sql()).change(row, sum));
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        return money(answers)
                .map(sum -> Text.of(GivingText.REPORTED).with("amount", sum))
                .orElse(Text.of(GivingText.REPORTED_OPEN))
                .with("name", whose(turn, answers));
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
