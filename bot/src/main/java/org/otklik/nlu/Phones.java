package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Token;
import org.otklik.nlu.grammar.Tokens;

/** Finds telephone numbers: runs of digits with the usual marks between them that are valid in a region. */
final class Phones {
    private static final int MIN_DIGITS = 7;
    private static final int MAX_DIGITS = 15;
    private static final int MAX_GROUPS = 8;
    /** A longer row of digits is a table or a trick, and holds no telephone number. */
    private static final int MAX_DIGITS_OF_RUN = 40;

    private final Tokens tokens;
    private final PhoneNumbers numbers;

    Phones(Tokens tokens, String region) {
        this.tokens = tokens;
        this.numbers = new PhoneNumbers(region);
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < tokens.size(); ) {
            int end = startsNumber(i) ? runEnd(i) : i;
            if (digits(i, end) > MAX_DIGITS_OF_RUN) {
                i = end;
                continue;
            }
            var phone = end > i ? longest(i) : Optional.<Candidate>empty();
            phone.ifPresent(found::add);
            i = phone.map(Candidate::to).orElse(i + 1);
        }
        return found;
    }

    /** The place after all digits and marks that follow one another from here. */
    private int runEnd(int from) {
        int end = from;
        while (tokens.has(end) && goesOn(from, end)) {
            end++;
        }
        return end;
    }

    private int digits(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += tokens.at(i).isDigits() ? tokens.at(i).text().length() : 0;
        }
        return count;
    }

    private boolean startsNumber(int index) {
        var token = tokens.at(index);
        boolean isAlone = !tokens.isJoined(index) || !isPartOfNumber(tokens.at(index - 1));
        if (token.is("+") || token.is("(")) {
            return isAlone && tokens.isJoined(index + 1) && tokens.at(index + 1).isDigits();
        }
        return token.isDigits() && isAlone;
    }

    private static boolean isPartOfNumber(Token token) {
        return token.isDigits() || token.is("+") || token.is("(") || token.is(".") || token.is("/") || token.is("#");
    }

    /** The longest run of groups from here that is a valid number. */
    private Optional<Candidate> longest(int from) {
        Optional<Candidate> longest = Optional.empty();
        int digits = 0;
        int groups = 0;
        for (int to = from; to < tokens.size() && goesOn(from, to); to++) {
            if (!tokens.at(to).isDigits()) {
                continue;
            }
            digits += tokens.at(to).text().length();
            groups++;
            if (digits > MAX_DIGITS || groups > MAX_GROUPS) {
                break;
            }
            boolean isWhole = !tokens.isJoined(to + 1) || !continues(to + 1);
            if (digits >= MIN_DIGITS && isWhole) {
                longest = parse(from, to + 1).or(before(longest));
            }
        }
        return longest;
    }

    private static Supplier<Optional<Candidate>> before(Optional<Candidate> shorter) {
        return () -> shorter;
    }

    /** A word or a mark that touches digits on both sides makes them something else. */
    private boolean continues(int index) {
        var token = tokens.at(index);
        boolean isUnit = token.is("%") || token.is("\u20bd");
        return isUnit
                || (token.isWord() && !token.isCapitalised() && token.text().length() > 3);
    }

    private boolean goesOn(int from, int index) {
        var token = tokens.at(index);
        if (index == from || token.isDigits()) {
            return true;
        }
        return token.is("(") || token.is(")") || token.is(".") || token.is("/") || Marks.isDash(token);
    }

    private Optional<Candidate> parse(int from, int to) {
        var typed = tokens.text(from, to);
        return numbers.inAnyRegion(typed)
                .map(number -> new Candidate(
                        new Entity.Phone(
                                new Span(
                                        tokens.at(from).start(),
                                        tokens.at(to - 1).end()),
                                number),
                        from,
                        to,
                        Candidate.Strength.FORM));
    }
}
