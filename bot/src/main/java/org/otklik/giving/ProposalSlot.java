package org.otklik.giving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.GiftRecord;

/** A sum that the bot has worked out from the last gift, as far as who asks may see that one: written only after a yes. */
final class ProposalSlot implements Slot<Boolean> {
    private final String form;
    private final Slot<Long> contact;
    private final Slot<BigDecimal> amount;
    private final AccessRules access;
    private final WorkedOut rules = new WorkedOut();

    ProposalSlot(String form, Slot<Long> contact, Slot<BigDecimal> amount, AccessRules access) {
        this.form = form;
        this.contact = contact;
        this.amount = amount;
        this.access = access;
    }

    @Override
    public String name() {
        return "proposal";
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.find(amount).isEmpty()
                && answers.hint(this).isPresent()
                && last(turn, answers).isPresent();
    }

    private Optional<GiftRecord> last(Turn turn, Answers answers) {
        var reader = turn.speaker().staff().orElseThrow();
        var ledger = new Ledger(turn.sql());
        return ledger.lastReceived(answers.get(contact))
                .filter(gift -> access.maySeeAmounts(
                        reader.role(), ledger.recordedBy(gift.getId()).staffId().equals(Optional.of(reader.id()))));
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var last = last(turn, answers).orElseThrow();
        var sum = WorkedOut.apply(answers.hint(this).orElseThrow(), last.getAmount());
        turn.say(Text.of(GivingText.PROPOSE)
                .with("name", new Contacts(turn.sql()).name(answers.get(contact)))
                .with("last", new Money(last.getAmount(), last.getCurrency()))
                .with("day", last.getReceivedOn())
                .with("sum", new Money(sum, last.getCurrency())));
        Map<String, JsonNode> agreed = Map.of(
                name(),
                BooleanNode.TRUE,
                amount.name(),
                DecimalNode.valueOf(sum),
                CurrencySlot.NAME,
                TextNode.valueOf(last.getCurrency()));
        FormFilling.offer(turn, form, agreed, Text.of(DialogueText.YES), Choice.Answer.YES);
        FormFilling.offer(turn, form, Map.of(name(), BooleanNode.FALSE), Text.of(DialogueText.NO), Choice.Answer.NO);
    }

    @Override
    public Optional<Boolean> hear(Turn turn, Understanding understanding, boolean asked) {
        return Optional.empty();
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return rules.rule(understanding);
    }
}
