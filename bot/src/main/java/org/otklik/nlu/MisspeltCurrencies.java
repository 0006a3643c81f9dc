package org.otklik.nlu;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Endings;
import org.otklik.nlu.grammar.Folding;
import org.otklik.nlu.grammar.Numbers;

/** Names of currencies with one slip: behind a number, an unknown word that begins like one of them and is all but it. */
final class MisspeltCurrencies {
    private static final String TABLE = "misspelt-currencies";
    private static final String KNOWN = "known";
    private static final int SHORTEST = 5;
    private static final int LONGEST = 12;

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    MisspeltCurrencies() {
        Arrays.stream(Language.values())
                .flatMap(language -> WordTables.lines(language.code(), TABLE).stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::read);
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        var forms = Endings.forms(Folding.fold(line.substring(colon + 1)));
        var code = line.substring(0, colon);
        if (code.equals(KNOWN)) {
            known.addAll(forms);
        } else {
            forms.forEach(form -> codes.put(form, code));
        }
    }

    /** Puts them into a chart that holds its numbers. */
    void mark(Chart chart) {
        for (int i = 1; i < chart.tokens().size(); i++) {
            int at = i;
            if (mayBeCurrency(chart, i)) {
                code(chart.tokens().at(i).key()).ifPresent(code -> chart.add(Numbers.CURRENCY, code, at, at + 1));
            }
        }
    }

    private boolean mayBeCurrency(Chart chart, int index) {
        var word = chart.tokens().at(index);
        int length = word.text().length();
        return word.isWord()
                && length >= SHORTEST
                && length <= LONGEST
                && !known.contains(word.key())
                && !chart.has(index, Numbers.CURRENCY)
                && !chart.has(index, Numbers.FUNCTION)
                && chart.endsBefore(index, Numbers.NUMBER);
    }

    private Optional<String> code(String word) {
        return codes.entrySet().stream()
                .filter(name -> name.getKey().charAt(0) == word.charAt(0)
                        && Math.abs(name.getKey().length() - word.length()) <= 1
                        && Slip.between(name.getKey(), word) == 1)
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
