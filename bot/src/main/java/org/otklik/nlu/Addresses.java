package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.grammar.Token;
import org.otklik.nlu.grammar.Tokens;

/** Finds postal addresses: a street with the number of a house, and what follows of flats, towns and postcodes. */
final class Addresses {
    /** Behind the name of an English street, whose number comes first. */
    static final Symbol<String> STREET = new Symbol<>("street");
    /** Before or behind the name of a Russian street, whose number comes last. */
    static final Symbol<String> STREET_HEAD = new Symbol<>("street-head");

    static final Symbol<String> HOUSE = new Symbol<>("house");
    static final Symbol<String> INSIDE = new Symbol<>("inside");
    static final Symbol<String> TOWN = new Symbol<>("town");

    private static final int MAX_NAME_WORDS = 3;
    private static final int MAX_DIGITS = 4;
    private static final int MAX_PARTS = 6;

    private final Chart chart;
    private final Tokens tokens;

    Addresses(Chart chart) {
        this.chart = chart;
        this.tokens = chart.tokens();
    }

    static Lexicon words(Lexicon lexicon) {
        for (var symbol : List.of(STREET, STREET_HEAD, HOUSE, INSIDE, TOWN)) {
            lexicon.with(symbol, value -> value);
        }
        return lexicon;
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < tokens.size(); ) {
            int from = i;
            var end = numberFirst(from).or(() -> insideFirst(from)).or(() -> streetFirst(from));
            end.ifPresent(to -> found.add(candidate(from, to)));
            i = end.orElse(i + 1);
        }
        return found;
    }

    /** "14 Larch Close, York". */
    private Optional<Integer> numberFirst(int from) {
        int at = number(from);
        if (at < 0) {
            return Optional.empty();
        }
        for (int words = 0; words <= MAX_NAME_WORDS && isName(at); words++, at++) {
            if (words > 0 && chart.has(at, STREET)) {
                return Optional.of(rest(chart.longest(at, STREET).orElseThrow().to()));
            }
        }
        return Optional.empty();
    }

    /** "Unit 7, Harbour Road": a number inside a house that has none itself, or has it behind the comma. */
    private Optional<Integer> insideFirst(int from) {
        int inside = chart.longest(from, INSIDE).map(node -> number(node.to())).orElse(-1);
        if (inside < 0 || !tokens.has(inside) || !tokens.at(inside).is(",")) {
            return Optional.empty();
        }
        int at = Math.max(number(inside + 1), inside + 1);
        for (int words = 0; words <= MAX_NAME_WORDS && isName(at); words++, at++) {
            if (words > 0 && chart.has(at, STREET)) {
                return Optional.of(rest(chart.longest(at, STREET).orElseThrow().to()));
            }
        }
        return Optional.empty();
    }

    /** The street, then the house. */
    private Optional<Integer> streetFirst(int from) {
        int at = town(from);
        var flat = houseAndFlat(at);
        if (flat.isPresent()) {
            return flat;
        }
        var head = chart.longest(at, STREET_HEAD);
        at = head.isPresent() ? names(head.get().to()) : nameAndHead(at);
        if (at < 0 || (head.isPresent() && at == head.get().to())) {
            return Optional.empty();
        }
        int house = house(comma(at));
        return house < 0 ? Optional.empty() : Optional.of(rest(house));
    }

    /** "Garden Street 300, flat 12": the flat behind it makes a house of a number behind a name. */
    private Optional<Integer> houseAndFlat(int from) {
        int name = names(from);
        int house = name > from ? house(comma(name)) : -1;
        int flat = house < 0 ? -1 : comma(house);
        return house >= 0 && chart.longest(flat, INSIDE).isPresent() && part(flat, flat > house) > 0
                ? Optional.of(rest(house))
                : Optional.empty();
    }

    /** The town before the street, if there is one. */
    private int town(int from) {
        var head = chart.longest(from, TOWN);
        int name = head.map(node -> node.to()).orElse(from);
        boolean isTown =
                tokens.has(name + 1) && isName(name) && tokens.at(name + 1).is(",") && name + 2 < tokens.size();
        return isTown && (head.isPresent() || chart.has(name, NameWords.PLACE)) ? name + 2 : from;
    }

    private int names(int from) {
        int at = from;
        while (at < from + MAX_NAME_WORDS
                && tokens.has(at)
                && (isName(at) || tokens.at(at).is("-"))) {
            at++;
        }
        return at;
    }

    private int nameAndHead(int from) {
        int at = names(from);
        return at > from ? chart.longest(at, STREET_HEAD).map(node -> node.to()).orElse(-1) : -1;
    }

    private int house(int from) {
        int at = chart.longest(from, HOUSE).map(node -> node.to()).orElse(from);
        return number(at);
    }

    /** The place after a number of a house, with its letter or its second number; -1 if there is none. */
    private int number(int index) {
        if (!tokens.has(index)
                || !tokens.at(index).isDigits()
                || tokens.at(index).text().length() > MAX_DIGITS) {
            return -1;
        }
        int at = index + 1;
        if (tokens.isJoined(at) && isLetter(tokens.at(at))) {
            return at + 1;
        }
        boolean isDouble = tokens.isJoined(at)
                && tokens.at(at).is("/")
                && tokens.isJoined(at + 1)
                && tokens.at(at + 1).isDigits();
        return isDouble ? at + 2 : at;
    }

    /** Flats, floors, towns and postcodes behind commas. */
    private int rest(int from) {
        int end = from;
        for (int parts = 0; parts < MAX_PARTS; parts++) {
            int part = part(comma(end), comma(end) > end);
            if (part < 0) {
                break;
            }
            end = part;
        }
        return end;
    }

    private int part(int from, boolean isBehindComma) {
        var inside = chart.longest(from, INSIDE);
        if (inside.isPresent()) {
            int number = number(inside.get().to());
            return number > 0 ? number : -1;
        }
        if (!isBehindComma) {
            return postcode(from);
        }
        int ordinal = tokens.has(from + 1) && tokens.at(from).isDigits() ? from + 1 : from;
        boolean isFloor = ordinal > from && tokens.isJoined(ordinal) && chart.has(ordinal + 1, INSIDE);
        if (isFloor) {
            return ordinal + 2;
        }
        return chart.has(from, NameWords.PLACE) ? from + 1 : postcode(from);
    }

    /** Two groups of capitals and digits, as in Britain. */
    private int postcode(int from) {
        boolean isPostcode = tokens.has(from + 3)
                && tokens.at(from).isShouted()
                && tokens.at(from).text().length() <= 2
                && tokens.isJoined(from + 1)
                && tokens.at(from + 1).isDigits()
                && tokens.at(from + 2).isDigits()
                && tokens.isJoined(from + 3)
                && tokens.at(from + 3).isShouted();
        return isPostcode ? from + 4 : -1;
    }

    private int comma(int index) {
        return tokens.has(index) && tokens.at(index).is(",") ? index + 1 : index;
    }

    private boolean isName(int index) {
        return tokens.has(index) && tokens.at(index).isCapitalised();
    }

    private static boolean isLetter(Token token) {
        return token.isWord() && token.text().length() == 1;
    }

    private Candidate candidate(int from, int to) {
        var span = new Span(tokens.at(from).start(), tokens.at(to - 1).end());
        return new Candidate(new Entity.PostalAddress(span), from, to, Candidate.Strength.FORM);
    }
}
