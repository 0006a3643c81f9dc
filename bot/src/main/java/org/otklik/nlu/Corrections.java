package org.otklik.nlu;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.DateValue;

/** Finds what a message calls wrong, and what it puts in its place: "500 not 5000", "not Friday but Monday", "4 actually". */
final class Corrections {
    static final String CORRECT = "conversation.correct";

    /** How many small words may stand between a negation and the value that it denies: "not on the 5th". */
    private static final int SMALL_WORDS = 2;

    /** Who names more is telling, not putting right. */
    private static final int MOST_VALUES = 24;

    private static final BigDecimal MOST_OF_A_DAY = BigDecimal.valueOf(31);
    private static final int HOURS_OF_A_DAY = 24;
    /** Between two days of the same number lie two months at most: one may be too short for it. */
    private static final int LONGEST_WAIT_FOR_A_DAY = 62;

    private final Chart chart;
    private final List<Entity> entities;
    private final LocalDate today;

    /** A value as it stands in the text, from one token to another. */
    private record Value(Entity entity, int from, int to) {}

    /**
     * What a part of a message says about values.
     *
     * @param meant what holds, a bare number as an amount without a currency
     * @param rejected what is wrong
     * @param isBare whether the part says nothing else
     */
    record Correction(List<Entity> meant, List<Entity> rejected, boolean isBare) {}

    /**
     * @param chart the message with all words of the tables
     * @param today when it was sent
     */
    Corrections(Chart chart, List<Entity> entities, LocalDate today) {
        this.chart = chart;
        this.entities = entities;
        this.today = today;
    }

    Correction in(Piece piece) {
        var values = likened(values(piece));
        if (values.size() > MOST_VALUES) {
            return new Correction(entities(values), List.of(), false);
        }
        var rejected = new ArrayList<Value>();
        for (var value : values) {
            var others = values.stream()
                    .filter(other -> !other.equals(value) && isAlike(other.entity, value.entity))
                    .toList();
            boolean isDenied = !others.isEmpty() && isDenied(piece, value);
            if (isDenied || others.stream().anyMatch(other -> isRetracted(value, other))) {
                rejected.add(value);
            }
        }
        var meant = values.stream().filter(value -> !rejected.contains(value)).toList();
        boolean isBare = !meant.isEmpty() && saysNothingElse(piece, values) && (!rejected.isEmpty() || isMarked(piece));
        return new Correction(entities(meant), entities(rejected), isBare);
    }

    /** "Not the 15th but 18 September": a bare number beside a day, an hour or hours is another of the same. */
    private List<Value> likened(List<Value> values) {
        if (values.size() != 2) {
            return values;
        }
        return values.stream()
                .map(value -> values.stream()
                        .flatMap(other -> scaled(value, other).or(() -> like(value.entity, other.entity)).stream())
                        .findFirst()
                        .map(entity -> new Value(entity, value.from, value.to))
                        .orElse(value))
                .toList();
    }

    /** "Not two thousand but three": in the thousands that the other is told in. */
    private Optional<Entity> scaled(Value value, Value other) {
        var scale = IntStream.range(other.from, other.to)
                .mapToObj(i -> Numbers.scaleAt(chart, i))
                .flatMap(Optional::stream)
                .findFirst();
        return value.entity instanceof Entity.Money number && number.currency().isEmpty()
                ? scale.filter(factor -> number.amount().compareTo(factor) < 0 && other.entity instanceof Entity.Money)
                        .map(factor -> new Entity.Money(
                                number.span(),
                                number.amount().multiply(factor),
                                number.currency(),
                                number.to(),
                                number.isExact()))
                : Optional.empty();
    }

    /** A bare number as another of the kind that it stands beside; nothing where it can be none. */
    static Optional<Entity> like(Entity value, Entity other) {
        boolean isNumber = value instanceof Entity.Money money
                && money.currency().isEmpty()
                && money.to().isEmpty()
                && money.amount().stripTrailingZeros().scale() <= 0
                && money.amount().compareTo(MOST_OF_A_DAY) <= 0;
        int number = isNumber ? ((Entity.Money) value).amount().intValue() : 0;
        return switch (other) {
            case Entity.Date date when isNumber -> day(value.span(), date, number);
            case Entity.DateTime moment
            when isNumber && number < HOURS_OF_A_DAY ->
                Optional.of(new Entity.DateTime(value.span(), moment.value().withHour(number)));
            case Entity.Hours hours
            when isNumber -> Optional.of(new Entity.Hours(value.span(), BigDecimal.valueOf(number)));
            default -> Optional.empty();
        };
    }

    private static Optional<Entity> day(Span span, Entity.Date date, int number) {
        var day = date.value().first();
        boolean isOne = day.equals(date.value().last()) && number > 0 && number <= day.lengthOfMonth();
        return isOne
                ? Optional.of(new Entity.Date(span, new DateValue.Day(day.withDayOfMonth(number))))
                : Optional.empty();
    }

    private static List<Entity> entities(List<Value> values) {
        return values.stream().map(Value::entity).toList();
    }

    static boolean isAlike(Entity one, Entity other) {
        return one.getClass() == other.getClass()
                || (isTime(one) && isTime(other))
                || (one.namesSomebody() && other.namesSomebody());
    }

    private static boolean isTime(Entity entity) {
        return entity instanceof Entity.Date || entity instanceof Entity.DateTime;
    }

    private List<Value> values(Piece piece) {
        var values = new ArrayList<Value>();
        for (int i = piece.from(); i < piece.to(); ) {
            int here = i;
            var value = entityAt(here).or(() -> dayAt(here)).or(() -> numberAt(here));
            value.ifPresent(values::add);
            i = value.map(Value::to).orElse(i + 1);
        }
        return values;
    }

    private Optional<Value> entityAt(int index) {
        int start = chart.tokens().at(index).start();
        return entities.stream()
                .filter(entity ->
                        entity.span().start() <= start && start < entity.span().end())
                .findFirst()
                .map(entity -> new Value(entity, index, end(entity)));
    }

    private int end(Entity entity) {
        return chart.tokens().indexAt(entity.span().end());
    }

    /** "The 21st": where something is put right, a figure with the ending of an ordinal is a day of the month. */
    private Optional<Value> dayAt(int index) {
        return chart.longest(index, Numbers.ORDINAL_NUMBER)
                .filter(node -> chart.tokens().at(index).isDigits())
                .flatMap(node -> nextDay(node.value()).map(day -> {
                    var span = new Span(
                            chart.tokens().at(node.from()).start(),
                            chart.tokens().at(node.to() - 1).end());
                    return new Value(new Entity.Date(span, new DateValue.Day(day)), node.from(), node.to());
                }));
    }

    private Optional<LocalDate> nextDay(int number) {
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(LONGEST_WAIT_FOR_A_DAY)
                .filter(day -> day.getDayOfMonth() == number)
                .findFirst();
    }

    private Optional<Value> numberAt(int index) {
        return chart.longest(index, Numbers.NUMBER)
                .filter(node -> node.value().value().signum() > 0)
                .map(node -> new Value(amount(node.value().value(), node.from(), node.to()), node.from(), node.to()));
    }

    private Entity amount(BigDecimal number, int from, int to) {
        var span = new Span(
                chart.tokens().at(from).start(), chart.tokens().at(to - 1).end());
        return new Entity.Money(span, number.stripTrailingZeros(), Optional.empty(), Optional.empty(), true);
    }

    private boolean isDenied(Piece piece, Value value) {
        for (int i = value.from - 1; i >= Math.max(piece.from(), value.from - 1 - SMALL_WORDS); i--) {
            if (chart.has(i, ActWords.CONTRARY)) {
                return !chart.has(i, ActWords.NOT_SO);
            }
            if (chart.endsBefore(value.from, ActWords.IN_PLACE_OF)) {
                return true;
            }
            if (!chart.has(i, Numbers.FUNCTION)) {
                return false;
            }
        }
        return false;
    }

    /** "500 in June, no, 700": nothing but small words and other values stands between the two. */
    private boolean isRetracted(Value value, Value other) {
        boolean isRetracted = false;
        for (int i = value.to; i < other.from; ) {
            isRetracted |= chart.has(i, ActWords.RETRACT);
            int next = Math.max(skip(i), entityAt(i).map(Value::to).orElse(i));
            if (next == i) {
                return false;
            }
            i = next;
        }
        return isRetracted;
    }

    private boolean isMarked(Piece piece) {
        // "No, six": not "not six".
        boolean isContrary = chart.has(piece.from(), ActWords.RETRACT);
        for (int i = piece.from(); i < piece.to(); i++) {
            if (chart.has(i, ActWords.RIGHT)) {
                return true;
            }
            isContrary |= chart.has(i, ActWords.CONTRARY);
        }
        return isContrary;
    }

    /** Whether nothing but values, the words of correcting and small words stand here. */
    private boolean saysNothingElse(Piece piece, List<Value> values) {
        for (int i = piece.from(); i < piece.to(); ) {
            int here = i;
            int next = values.stream()
                    .filter(value -> value.from == here)
                    .map(Value::to)
                    .findFirst()
                    .orElseGet(() -> skip(here));
            if (next == i) {
                return false;
            }
            i = next;
        }
        return true;
    }

    private int skip(int index) {
        var token = chart.tokens().at(index);
        int to = !token.isWord() && !token.isDigits() ? index + 1 : index;
        for (var symbol : List.<Symbol<String>>of(
                ActWords.RIGHT,
                ActWords.FILLER,
                ActWords.CONTRARY,
                ActWords.INSTEAD,
                ActWords.IN_PLACE_OF,
                ActWords.RETRACT,
                Numbers.CURRENCY)) {
            to = Math.max(
                    to, chart.longest(index, symbol).map(node -> node.to()).orElse(to));
        }
        return to;
    }
}
