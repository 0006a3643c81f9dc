package org.otklik.giving;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Sums that are told by another sum: "she will double it", "500 more than last time". Whoever works them out asks first. */
final class WorkedOut {
    private static final String MORE = "more";
    private static final Pattern TIMES = Pattern.compile("\\*(\\d+(?:\\.\\d+)?)");
    private static final Pattern PLUS = Pattern.compile("\\+(\\d+(?:\\.\\d+)?)");

    private final Cues factors = new Cues("factors");

    /** What has to be done with the sum of before: {@code *2}, {@code +500}. */
    Optional<String> rule(Understanding understanding) {
        var amounts = understanding.all(Entity.Money.class).toList();
        var more = amounts.stream()
                .filter(money -> isDifference(understanding.text(), money))
                .map(money -> "+" + money.amount().toPlainString())
                .findFirst();
        return more.isPresent() || !amounts.isEmpty()
                ? more
                : factors.first(understanding.text())
                        .filter(name -> !name.equals(MORE))
                        .map(factor -> "*" + factor);
    }

    /** Whether an amount is by how much something grows. */
    boolean isDifference(String text, Entity.Money money) {
        return factors.in(text).stream()
                .filter(found -> found.name().equals(MORE))
                .anyMatch(found -> found.span().end() <= money.span().start()
                        && text.substring(found.span().end(), money.span().start())
                                .isBlank());
    }

    /** The sum that a rule makes of the one before. */
    static BigDecimal apply(String rule, BigDecimal before) {
        var times = TIMES.matcher(rule);
        if (times.matches()) {
            return before.multiply(new BigDecimal(times.group(1))).setScale(2, RoundingMode.HALF_UP);
        }
        var plus = PLUS.matcher(rule);
        if (plus.matches()) {
            return before.add(new BigDecimal(plus.group(1)));
        }
        throw new IllegalArgumentException("no rule for a sum: " + rule);
    }
}
