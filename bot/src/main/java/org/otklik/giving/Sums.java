package org.otklik.giving;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.otklik.i18n.Money;
import org.otklik.schema.tables.records.GiftRecord;

/** What gifts make together: each currency by itself. */
final class Sums {
    private Sums() {}

    static List<Money> of(List<GiftRecord> gifts) {
        var sums = new TreeMap<String, BigDecimal>();
        gifts.forEach(gift -> sums.merge(gift.getCurrency(), gift.getAmount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }
}
