package org.otklik.giving;

import java.math.BigDecimal;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** How much a gift that comes again is to be: a sum, half of what it is, so much more. */
final class NewAmountSlot implements Slot<Money> {
    private static final Phrases STEPS = new Phrases("recurring-steps");
    private static final Phrases DIRECTIONS = new Phrases("recurring-directions");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final EntityRecognizer recognizer;
    private final RecurringActionSlot action;
    private final WhichGiftSlot gift;

    NewAmountSlot(EntityRecognizer recognizer, RecurringActionSlot action, WhichGiftSlot gift) {
        this.recognizer = recognizer;
        this.action = action;
        this.gift = gift;
    }

    @Override
    public String name() {
        return "amount";
    }

    @Override
    public Class<Money> type() {
        return Money.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.find(action).filter(RecurringAction.AMOUNT::equals).isPresent();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_HOW_MUCH_NOW);
    }

    @Override
    public Optional<Money> hear(Turn turn, Understanding understanding, boolean asked) {
        var now = gift.single(turn);
        var said = understanding
                .right()
                .all(Entity.Money.class)
                .filter(money ->
                        now.isEmpty() || money.amount().compareTo(now.get().getAmount()) != 0)
                .reduce((first, last) -> last)
                .or(() -> asked ? recognizer.amount(understanding.besidesValues(), turn.language()) : Optional.empty())
                .or(() -> BareSums.in(understanding, now.map(RecurringGiftRecord::getAmount)))
                .filter(money -> money.to().isEmpty() && money.isExact());
        return now.flatMap(known -> stepped(known, understanding.text(), said))
                .or(() -> said.map(money -> new Money(money.amount(), currency(money, now))));
    }

    /** "Half as much"; "raise it by 300", "50 less a month". */
    private static Optional<Money> stepped(RecurringGiftRecord now, String text, Optional<Entity.Money> said) {
        var amount = now.getAmount();
        var then = said.map(by -> difference(text, by).map(amount::add))
                .orElseGet(() -> STEPS.within(text)
                        .map(step -> step.equals("half") ? amount.divide(TWO) : amount.multiply(TWO)));
        return then.map(sum -> new Money(sum, now.getCurrency()));
    }

    /** A sum is a difference when "by" stands before it, or "more" right behind it. */
    private static Optional<BigDecimal> difference(String text, Entity.Money by) {
        var before =
                text.substring(0, Math.min(text.length(), by.span().start())).strip();
        var behind = text.substring(Math.min(text.length(), by.span().end())).strip();
        return DIRECTIONS
                .meaning(last(before))
                .filter("by"::equals)
                .flatMap(any -> DIRECTIONS.firstStem(before))
                .or(() -> DIRECTIONS.firstStem(first(behind)))
                .flatMap(way -> switch (way) {
                    case "less" -> Optional.of(by.amount().negate());
                    case "more" -> Optional.of(by.amount());
                    default -> Optional.<BigDecimal>empty();
                });
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private static String first(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    private static String currency(Entity.Money said, Optional<RecurringGiftRecord> now) {
        return said.currency()
                .or(() -> now.map(RecurringGiftRecord::getCurrency))
                .orElse("");
    }

    @Override
    public Optional<Text> objection(Turn turn, Money value) {
        var now = gift.single(turn);
        if (now.isPresent() && !now.get().getCurrency().equals(value.currency())) {
            return Optional.of(
                    Text.of(GivingText.OTHER_CURRENCY).with("code", now.get().getCurrency()));
        }
        if (value.amount().signum() <= 0) {
            return Optional.of(Text.of(GivingText.AMOUNT_TOO_SMALL));
        }
        return value.amount().compareTo(AmountSlot.LARGEST) > 0
                ? Optional.of(Text.of(GivingText.AMOUNT_TOO_LARGE))
                : Optional.empty();
    }
}
