package org.otklik.tasks;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.EVENT;
import static org.otklik.schema.Tables.TIME_ENTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;

/** What is planned for a day besides tasks: who comes to help, and what takes place. */
final class DayPlan {
    private final DSLContext sql;
    private final ZoneId zone;

    DayPlan(DSLContext sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    List<Text> shifts(LocalDate day) {
        return sql.select(CONTACT.NAME, TIME_ENTRY.HOURS, TIME_ENTRY.ACTIVITY)
                .from(TIME_ENTRY)
                .join(CONTACT)
                .on(CONTACT.ID.eq(TIME_ENTRY.CONTACT_ID))
                .where(TIME_ENTRY.WORKED_ON.eq(day))
                .and(TIME_ENTRY.STATUS.eq("planned"))
                .orderBy(TIME_ENTRY.ID)
                .fetch(row -> Text.of(TasksText.DAY_SHIFT)
                        .with("name", row.value1())
                        .with("hours", row.value2())
                        .with("activity", Optional.ofNullable(row.value3()).orElse("")));
    }

    List<Text> events(LocalDate day, Language language) {
        return sql.selectFrom(EVENT)
                .where(EVENT.STARTS_AT.ge(day.atStartOfDay(zone).toInstant()))
                .and(EVENT.STARTS_AT.lt(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .orderBy(EVENT.STARTS_AT, EVENT.ID)
                .fetch(row -> Text.of(TasksText.DAY_EVENT)
                        .with("title", title(Json.read(row.getTitle(), JsonNode.class), language))
                        .with("time", row.getStartsAt().atZone(zone).toLocalTime())
                        .with(
                                "place",
                                Optional.ofNullable(row.getPlace())
                                        .filter(place -> !place.isBlank())
                                        .orElse("none")));
    }

    private static String title(JsonNode titles, Language language) {
        return titles.isTextual()
                ? titles.asText()
                : titles.path(language.code())
                        .asText(titles.properties().stream()
                                .map(title -> title.getValue().asText())
                                .findFirst()
                                .orElse(""));
    }
}
