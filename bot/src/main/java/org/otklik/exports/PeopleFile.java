package org.otklik.exports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.TAG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * People as the rows of a file, one each. Columns are called as in the database, in whatever language the file is asked for, so that it
 * can be read back; several addresses stand in one cell, each on a line of its own.
 */
final class PeopleFile {
    private static final List<String> POINTS = List.of("email", "phone", "telegram", "postal", "web");
    private static final List<String> NO_LONGER = List.of("old", "blocked");

    private final DSLContext sql;

    PeopleFile(DSLContext sql) {
        this.sql = sql;
    }

    List<List<String>> rows(List<ContactRecord> people) {
        var ids = people.stream().map(ContactRecord::getId).toList();
        var roles = sql
                .select(CONTACT_ROLE.CONTACT_ID, CONTACT_ROLE.ROLE)
                .from(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.in(ids))
                .orderBy(CONTACT_ROLE.ROLE)
                .fetch()
                .stream()
                .collect(groupingBy(row -> row.value1(), mapping(row -> row.value2(), joining(", "))));
        var tags = sql
                .select(TAG.CONTACT_ID, TAG.TAG_)
                .from(TAG)
                .where(TAG.CONTACT_ID.in(ids))
                .orderBy(TAG.TAG_)
                .fetch()
                .stream()
                .collect(groupingBy(row -> row.value1(), mapping(row -> row.value2(), joining(", "))));
        var points = points(ids);
        var rows = new ArrayList<List<String>>();
        var titles = new ArrayList<>(List.of(
                "id",
                "kind",
                "name",
                "given_name",
                "patronymic",
                "family_name",
                "language",
                "restricted",
                "roles",
                "tags"));
        titles.addAll(POINTS);
        rows.add(titles);
        for (var person : people) {
            var row = new ArrayList<>(List.of(
                    person.getId().toString(),
                    person.getKind(),
                    person.getName(),
                    cell(person.getGivenName()),
                    cell(person.getPatronymic()),
                    cell(person.getFamilyName()),
                    cell(person.getLanguage()),
                    person.getRestricted().toString(),
                    roles.getOrDefault(person.getId(), ""),
                    tags.getOrDefault(person.getId(), "")));
            var own = points.getOrDefault(person.getId(), Map.of());
            POINTS.forEach(kind -> row.add(own.getOrDefault(kind, "")));
            rows.add(row);
        }
        return rows;
    }

    private Map<Long, Map<String, String>> points(List<Long> ids) {
        var points = new HashMap<Long, Map<String, String>>();
        sql.select(CONTACT_POINT.CONTACT_ID, CONTACT_POINT.KIND, CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.in(ids))
                .and(CONTACT_POINT.STATUS.notIn(NO_LONGER))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .forEach(row -> points.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .merge(row.value2(), row.value3(), (one, other) -> one + "\n" + other));
        return points;
    }

    private static String cell(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
