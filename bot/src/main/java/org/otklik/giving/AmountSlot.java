package org.otklik.giving;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.i18n.TextKey;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;

/** How much. A range is no answer, nor is "a couple hundred", nor so much more than before: a sum is never guessed. */
public class AmountSlot implements Slot<BigDecimal> {
    static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    static final String SLOT = "amount";

    private static final Set<String> OF_GIVING = Set.of(PledgeForm.DONATE, ReportedGiftForm.PAID, "giving.record");
    /** Nought as the only number. */
    private static final Pattern NOTHING = Pattern.compile("^\\D*(?<![.,:+\\w-])0(?![\\w:])\\D*$");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final EntityRecognizer recognizer;
    private final TextKey question;
    private final Predicate<Answers> isMoney;
    private final WorkedOut rules = new WorkedOut();

    /**
     * @param question how it is asked for
     * @param isMoney whether the gift is one of money, as far as it is known
     */
    public AmountSlot(EntityRecognizer recognizer, TextKey question, Predicate<Answers> isMoney) {
        this.recognizer = recognizer;
        this.question = question;
        this.isMoney = isMoney;
    }

    @Override
    public String name() {
        return SLOT;
    }

    @Override
    public Class<BigDecimal> type() {
        return BigDecimal.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return isMoney.test(answers);
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        answers.hint(this)
                .ifPresentOrElse(
                        words -> turn.say(Text.of(GivingText.HOW_MUCH_IS).with("words", words)),
                        () -> turn.say(question));
    }

    /** The words of an amount that can be read in more than one way. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return understanding
                .all(Entity.Money.class)
                .filter(money -> money.to().isPresent() || !money.isExact())
                .map(money -> money.span().in(understanding.text()))
                .findFirst();
    }

    @Override
    public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Money.class)
                .findFirst()
                .or(() -> asked ? recognizer.amount(understanding.besidesValues(), turn.language()) : Optional.empty())
                .or(() -> isOfGiving(understanding)
                        ? recognizer.sum(understanding.text(), turn.language(), understanding.entities())
                        : Optional.empty())
                .filter(money -> money.to().isEmpty() && money.isExact())
                .filter(money -> !rules.isDifference(understanding.text(), money))
                .map(Entity.Money::amount)
                .or(() -> isNothing(understanding) ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }

    /** "Gave 0": a slip, or a joke, which is answered. */
    private static boolean isNothing(Understanding understanding) {
        return understanding.acts().stream().anyMatch(act -> OF_GIVING.contains(act.intent()))
                && understanding.all(Entity.Money.class).findAny().isEmpty()
                && NOTHING.matcher(understanding.besidesValues()).find();
    }

    @Override
    public Optional<BigDecimal> recall(Turn turn, String hint) {
        return recognizer
                .amount(hint, turn.language())
                .filter(money -> money.to().isEmpty() && money.isExact())
                .map(Entity.Money::amount);
    }

    /** Who told seven thousand may put it right as "not 7 but 8". */
    @Override
    public Optional<BigDecimal> inShort(BigDecimal present, BigDecimal wrong, BigDecimal right) {
        boolean isInThousands = wrong.multiply(THOUSAND).compareTo(present) == 0;
        return isInThousands
                ? Optional.of(right.compareTo(THOUSAND) < 0 ? right.multiply(THOUSAND) : right)
                : Optional.empty();
    }

    /** Whether somebody surely speaks of what they give: then a bare number is how much. */
    private static boolean isOfGiving(Understanding understanding) {
        return understanding.acts().stream()
                .anyMatch(act -> act.isSure() && (act.is(PledgeForm.DONATE) || act.is(ReportedGiftForm.PAID)));
    }

    @Override
    public Optional<Text> objection(Turn turn, BigDecimal value) {
        if (value.signum() <= 0) {
            return Optional.of(Text.of(GivingText.AMOUNT_TOO_SMALL));
        }
        return value.compareTo(LARGEST) > 0 ? Optional.of(Text.of(GivingText.AMOUNT_TOO_LARGE)) : Optional.empty();
    }
}
