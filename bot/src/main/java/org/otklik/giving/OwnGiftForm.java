package org.otklik.giving;

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
import org.otklik.dialogue.Renaming;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Somebody tells of a gift of their own. Who is not known yet is introduced by it, and everybody is a donor from then on. */
abstract class OwnGiftForm implements EntryForm {
    final Organization organization;
    final AmountSlot amount;
    final CurrencySlot currency;
    final NameSlot name;
    final ReachSlot reach;
    private final String form;
    private final Renaming renaming = new Renaming("sum", Set.of(Entity.Money.class));

    /** @param form what it is called */
    OwnGiftForm(
            String form,
            Organization organization,
            EntityRecognizer recognizer,
            AmountSlot amount,
            NameSlot name,
            ReachSlot reach) {
        this.form = form;
        this.organization = organization;
        this.amount = amount;
        this.currency = new CurrencySlot(form, organization, recognizer, answers -> true);
        this.name = name;
        this.reach = reach;
    }

    abstract long write(Turn turn, Answers answers, long donorId);

    @Override
    public final String name() {
        return form;
    }

    @Override
    public final String table() {
        return "gift";
    }

    @Override
    public final long write(Turn turn, Answers answers) {
        long donorId = turn.speaker()
                .contactId()
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        new Contacts(turn.sql()).addRole(donorId, "donor");
        return write(turn, answers, donorId);
    }

    @Override
    public final Optional<Text> refusal(Turn turn, long row) {
        return Books.refusal(turn, row);
    }

    /** "The amount is 350": of the gift that was just told. */
    @Override
    public final boolean isPutRight(Turn turn, Understanding understanding) {
        return renaming.isIn(understanding);
    }

    /** Empty while the sum is not known. */
    final Optional<Money> money(Answers answers) {
        return answers.find(amount)
                .map(sum -> new Money(sum, answers.find(currency).orElse(organization.currency())));
    }

    final String whose(Turn turn, Answers answers) {
        return answers.find(name)
                .map(PersonName::full)
                .or(() -> turn.speaker().contactId().map(new Contacts(turn.sql())::name))
                .orElseThrow();
    }
}
