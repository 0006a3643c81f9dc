package org.otklik.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.otklik.conversation.Json;
import org.otklik.fixtures.Cells;
import org.otklik.fixtures.Keys;

/** Compares what a column holds with what a script expects, as the column's type does: 500 is 500.00, instants to the minute. */
final class CellCheck {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    /** Columns that name rows without a foreign key: the log outlives what it is about. */
    private static final Map<String, String> UNTIED = Map.of("by_staff", "staff", "by_contact", "contact");

    private final Keys keys;
    private final ZoneId zone;
    private final Map<String, String> captured;

    CellCheck(Keys keys, ZoneId zone, Map<String, String> captured) {
        this.keys = keys;
        this.zone = zone;
        this.captured = captured;
    }

    /** @param text the column's text form */
    boolean fits(Field<?> column, Optional<?> held, Optional<String> text, RowPattern.Value expected) {
        return switch (expected) {
            case RowPattern.Value.Nothing() -> held.isEmpty();
            case RowPattern.Value.Found(var expression) ->
                text.filter(words -> expression.filled(captured).matcher(words).find())
                        .isPresent();
            case RowPattern.Value.Same(var json) ->
                held.filter(value -> isSame(value, json)).isPresent();
            case RowPattern.Value.Equal(var words) ->
                held.filter(value -> isEqual(column, value, Expression.fill(words, captured)))
                        .isPresent();
        };
    }

    private boolean isEqual(Field<?> column, Object held, String expected) {
        return switch (held) {
            case Long id when !NUMBER.matcher(expected).matches() -> id.equals(idOf(column, expected));
            case Number number ->
                NUMBER.matcher(expected).matches()
                        && new BigDecimal(number.toString()).compareTo(new BigDecimal(expected)) == 0;
            case Instant at ->
                moment(expected).filter(wanted -> isSameMinute(at, wanted)).isPresent()
                        || at.atZone(zone).toLocalDate().toString().equals(expected);
            case LocalDate day -> day.toString().equals(expected);
            case Boolean flag -> flag.toString().equals(expected);
            case JSONB json -> isIn(Json.read(json, JsonNode.class), expected);
            case Object[] several -> Arrays.asList(several).contains(expected);
            default -> normal(held.toString()).equals(normal(expected));
        };
    }

    /** The row that a key stands for: of the table that the column refers to, or of the column's own. */
    private Long idOf(Field<?> column, String key) {
        if (!keys.contains(key)) {
            throw new BadScript("nothing has the key " + key);
        }
        var referred = Optional.ofNullable(UNTIED.get(column.getName())).or(() -> Cells.referred(column));
        return referred.or(() -> Cells.holder(column).map(Table::getName))
                .flatMap(name -> keys.find(key, name))
                .orElse(-1L);
    }

    private Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(written).atZone(zone).toInstant());
            } catch (DateTimeException notEither) {
                return Optional.empty();
            }
        }
    }

    private static boolean isSameMinute(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }

    /** A text in several languages is what it is in any of them. */
    private static boolean isIn(JsonNode json, String expected) {
        return json.isContainerNode()
                ? StreamSupport.stream(json.spliterator(), false).anyMatch(value -> isIn(value, expected))
                : normal(json.asText()).equals(normal(expected));
    }

    private static boolean isSame(Object held, JsonNode expected) {
        return switch (held) {
            case JSONB json -> Json.read(json, JsonNode.class).equals(expected);
            case Object[] several -> Json.MAPPER.<JsonNode>valueToTree(several).equals(expected);
            default -> false;
        };
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
