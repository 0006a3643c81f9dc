package org.otklik.segments;

import static org.otklik.schema.Tables.SEGMENT;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.conversation.Json;
import org.otklik.nlu.grammar.Folding;

/** Conditions that are kept under a name. */
public final class Segments {
    private final DSLContext sql;

    public Segments(DSLContext sql) {
        this.sql = sql;
    }

    /** A condition with its name. */
    public record Segment(long id, String name, Rule rule) {}

    /** Keeps a condition under a name; the same name again means the new condition. */
    public long keep(String name, Rule rule) {
        var json = Json.write(rule);
        return sql.insertInto(SEGMENT)
                .set(SEGMENT.NAME, name)
                .set(SEGMENT.RULE, json)
                .onConflict(SEGMENT.NAME)
                .doUpdate()
                .set(SEGMENT.RULE, json)
                .returningResult(SEGMENT.ID)
                .fetchSingle(SEGMENT.ID);
    }

    public List<Segment> all() {
        return sql.selectFrom(SEGMENT)
                .orderBy(SEGMENT.NAME)
                .fetch(row -> new Segment(row.getId(), row.getName(), Json.read(row.getRule(), Rule.class)));
    }

    /** The segment whose name stands in a text, the longest name first. */
    public Optional<Segment> named(String text) {
        var said = fold(text);
        return all().stream()
                .filter(segment -> said.contains(fold(segment.name())))
                .max(Comparator.comparingInt(segment -> segment.name().length()));
    }

    private static String fold(String text) {
        return " " + Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
