package org.otklik.nlu;

import java.math.BigDecimal;
import java.util.Optional;

/** What an amount in a text comes to. */
record Sum(BigDecimal amount, Optional<String> currency, Optional<BigDecimal> to, boolean isExact) {
    /** Of a word that several currencies share; the code is that of ISO 4217 for no currency. */
    private static final String SHARED = "XXX";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Sum of(BigDecimal amount) {
        return new Sum(amount, Optional.empty(), Optional.empty(), true);
    }

    Sum in(String code) {
        return code.isEmpty() || code.equals(SHARED) ? this : new Sum(amount, Optional.of(code), to, isExact);
    }

    Sum upTo(BigDecimal end) {
        return new Sum(amount, currency, Optional.of(end), isExact);
    }

    Sum times(BigDecimal factor) {
        return new Sum(amount.multiply(factor), currency, to.map(factor::multiply), isExact);
    }

    Sum withCents(BigDecimal cents) {
        return new Sum(amount.add(cents.divide(HUNDRED)), currency, to, isExact);
    }

    Sum inexact() {
        return new Sum(amount, currency, to, false);
    }
}
