package org.otklik.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Renaming;
import org.otklik.dialogue.Slot;
import org.otklik.giving.Ledger.Status;
import org.otklik.giving.Ledger.Told;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.GiftRecord;

/** Staff tell what somebody has given or will give. Money that answers a promise fulfils it, and is not counted beside it. */
public final class GiftForm implements EntryForm {
    private static final String NAME = "gift";
    /** So long ago a gift may have come whose sum is put right without more ado. */
    private static final Period OF_LATE = Period.ofMonths(1);

    private final Renaming renaming = new Renaming("sum", Set.of(Entity.Money.class));
    private final Organization organization;
    private final ContactSlot contact = new ContactSlot(NAME, true);
    private final GoodsSlot goods = new GoodsSlot();
    private final StatusSlot status = new StatusSlot();
    private final ProposalSlot proposal;
    private final AmountSlot amount;
    private final CurrencySlot currency;
    private final WrongSumSlot wrong = new WrongSumSlot();
    private final GiftDaySlot day;
    private final TwinSlot twin = new TwinSlot(NAME, this::gift);

    public GiftForm(Organization organization, EntityRecognizer recognizer, AccessRules access) {
        this.organization = organization;
        this.amount = new AmountSlot(recognizer, GivingText.HOW_MUCH, this::isMoney);
        this.currency = new CurrencySlot(NAME, organization, recognizer, this::isMoney);
        this.proposal = new ProposalSlot(NAME, contact, amount, access);
        this.day = new GiftDaySlot(organization, status);
    }

    private boolean isMoney(Answers answers) {
        return answers.find(goods).isEmpty();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("giving.record");
    }

    @Override
    public Set<String> intentsOfStaff() {
        return Set.of("giving.donate", "giving.report_payment");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact, goods, status, proposal, amount, currency, wrong, day, twin);
    }

    @Override
    public String table() {
        return "gift";
    }

    /** What the same money was told of before is not written down again, and what the books rely on stays. */
    @Override
    public void submit(Turn turn, Answers answers) {
        var misstated = misstated(turn, answers);
        var refusal = misstated.flatMap(known -> refusal(turn, known.getId()));
        if (answers.find(twin).orElse(false)) {
            turn.say(GivingText.COUNTED_ONCE);
        } else if (refusal.isPresent()) {
            turn.say(refusal.get());
        } else {
            EntryForm.super.submit(
                    turn, misstated.map(known -> onItsDay(answers, known)).orElse(answers));
        }
    }

    private Answers onItsDay(Answers answers, GiftRecord known) {
        var date = Optional.ofNullable(known.getReceivedOn()).or(() -> Optional.ofNullable(known.getExpectedOn()));
        return answers.isAnswered(day)
                ? answers
                : date.map(on -> answers.with(day, on)).orElse(answers);
    }

    /** The gift on record whose sum is called wrong. */
    private Optional<GiftRecord> misstated(Turn turn, Answers answers) {
        var since = organization.day(turn.message().sentAt()).minus(OF_LATE);
        return answers.find(wrong)
                .flatMap(sum -> new Ledger(turn.sql()).misstated(gift(turn, answers), money(sum, answers), since));
    }

    @Override
    public long write(Turn turn, Answers answers) {
        var ledger = new Ledger(turn.sql());
        var gift = gift(turn, answers);
        new Contacts(turn.sql()).addRole(gift.contactId(), "donor");
        var misstated = misstated(turn, answers);
        if (misstated.isPresent()) {
            ledger.restate(misstated.get(), gift.money().orElseThrow());
            return misstated.get().getId();
        }
        var awaited = ledger.awaited(gift);
        awaited.ifPresent(row -> ledger.change(row, gift));
        return awaited.orElseGet(() -> ledger.add(gift, turn.message().id()));
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        new Ledger(turn.sql()).change(row, gift(turn, answers));
    }

    @Override
    public Optional<Text> refusal(Turn turn, long row) {
        return Books.refusal(turn, row);
    }

    private Told gift(Turn turn, Answers answers) {
        var status = status(turn, answers);
        var day = answers.find(this.day);
        return new Told(
                answers.get(contact),
                answers.find(amount).filter(sum -> isMoney(answers)).map(sum -> money(sum, answers)),
                answers.find(goods),
                status,
                status == Status.RECEIVED ? day.or(() -> Optional.of(this.day.today(turn))) : day);
    }

    /** Where no word tells, a day ahead does: what is still to come is promised. */
    private Status status(Turn turn, Answers answers) {
        boolean isAhead = answers.find(day)
                .filter(expected -> expected.isAfter(day.today(turn)))
                .isPresent();
        return answers.find(status).orElse(isAhead ? Status.PLEDGED : Status.RECEIVED);
    }

    private Money money(BigDecimal sum, Answers answers) {
        return new Money(sum, answers.find(currency).orElse(organization.currency()));
    }

    @Override
    public Optional<Text> noted(Turn turn, Answers answers) {
        return answers.find(amount)
                .filter(sum -> isMoney(answers))
                .map(sum -> answers.find(day)
                        .map(date -> Text.of(GivingText.SO_FAR_FOR).with("day", date))
                        .orElse(Text.of(GivingText.SO_FAR))
                        .with("amount", money(sum, answers)));
    }

    /** "The amount is 350": of the gift that was just told. */
    @Override
    public boolean isPutRight(Turn turn, Understanding understanding) {
        return renaming.isIn(understanding);
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var gift = gift(turn, answers);
        return Text.of(told(gift))
                .with("name", new Contacts(turn.sql()).name(gift.contactId()))
                .with("gift", gift.money().<Object>map(money -> money).orElseGet(() -> answers.get(goods)))
                .with("day", gift.day().<Object>map(date -> date).orElse(""));
    }

    private static GivingText told(Told gift) {
        Optional<LocalDate> day = gift.day();
        return switch (gift.status()) {
            case RECEIVED -> gift.goods().isPresent() ? GivingText.GOODS_CAME : GivingText.RECEIVED;
            case PLEDGED -> day.isPresent() ? GivingText.PROMISED_FOR : GivingText.PROMISED;
        };
    }

    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        if (new Ledger(turn.sql()).isOlder(row, turn.id())) {
            turn.say(answers.find(wrong)
                    .map(sum -> Text.of(GivingText.RESTATED).with("wrong", money(sum, answers)))
                    .orElse(Text.of(GivingText.PROMISE_KEPT)));
        }
    }
}
