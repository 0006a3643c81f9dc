package org.otklik.deals;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.otklik.deals.FindDeals.Found;
import org.otklik.i18n.Money;

/** The sums of deals, each currency by itself. */
final class Sums {
    private Sums() {}

    static List<Money> of(List<Found> deals) {
        var totals = new TreeMap<String, BigDecimal>();
        deals.stream()
                .map(Found::deal)
                .filter(deal -> deal.getAmount() != null)
                .forEach(deal -> totals.merge(deal.getCurrency(), deal.getAmount(), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> new Money(total.getValue(), total.getKey()))
                .toList();
    }
}
