package org.otklik.nlu;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.i18n.Language;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Numbers;

/**
 * The currencies in use, by the full names that CLDR has for them ("Serbian dinars") and by their codes. Bare names ("dinars"),
 * slang and signs are in the tables.
 */
final class Currencies {
    private static final Pattern NAME = Pattern.compile("[\\p{L} -]+");
    /** Codes of metals, of testing and of units that nobody pays in begin so; those of several countries together do as well. */
    private static final String NO_COUNTRY = "X";

    private static final Set<String> SHARED = Set.of("XAF", "XOF", "XPF", "XCD");
    /** A code that is a word as well is none before a smaller number: "TOP 10". */
    private static final int FIGURES_BESIDE_WORD = 3;

    /** What was given up before is no currency. */
    private static final Instant IN_USE_AT = Instant.parse("2025-01-01T00:00:00Z");

    private final Set<String> codes;

    Currencies() {
        var today = Date.from(IN_USE_AT);
        Predicate<String> isInUse = code -> Currency.isAvailable(code, today, today);
        codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code -> !code.startsWith(NO_COUNTRY) || SHARED.contains(code))
                .filter(isInUse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lines like those of the tables. */
    Lexicon names(Lexicon lexicon) {
        var lines = new ArrayList<String>();
        for (var language : Language.values()) {
            var locale = ULocale.forLanguageTag(language.code());
            for (var code : codes) {
                var forms = forms(Currency.getInstance(code), locale);
                if (!forms.isEmpty()) {
                    lines.add(Numbers.CURRENCY.name() + " " + code + ": " + String.join(", ", forms));
                }
            }
        }
        return lexicon.read(lines);
    }

    /** Names of one word are left to the tables: some are words like others. */
    private static List<String> forms(Currency currency, ULocale locale) {
        return PluralRules.forLocale(locale).getKeywords().stream()
                .map(count -> currency.getName(locale, Currency.PLURAL_LONG_NAME, count, new boolean[1]))
                .filter(name -> NAME.matcher(name).matches() && name.indexOf(' ') > 0)
                .distinct()
                .toList();
    }

    /** Codes count where they touch a number, in capital letters: most of them are words or parts of words otherwise. */
    void mark(Chart chart) {
        var tokens = chart.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var code = tokens.at(i);
            if (code.isShouted() && isOfNumber(chart, i)) {
                int at = i;
                chart.longest(i, MoneyWords.CURRENCY_CAPITALS)
                        .ifPresent(node -> chart.add(Numbers.CURRENCY, node.value(), at, node.to()));
            }
            if (code.isShouted()
                    && codes.contains(code.text())
                    && !chart.has(i, Numbers.CURRENCY)
                    && isOfNumber(chart, i)) {
                chart.add(Numbers.CURRENCY, code.text(), i, i + 1);
            }
        }
    }

    private static boolean isOfNumber(Chart chart, int index) {
        int least = chart.has(index, MoneyWords.CODE_WORD) ? FIGURES_BESIDE_WORD : 1;
        return Arrays.stream(new int[] {index - 1, index + 1})
                .anyMatch(beside -> chart.tokens().has(beside)
                        && chart.tokens().at(beside).isDigits()
                        && chart.tokens().at(beside).text().length() >= least);
    }
}
