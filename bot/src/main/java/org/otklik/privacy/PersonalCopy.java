package org.otklik.privacy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.SURVEY_ANSWER;
import static org.otklik.schema.Tables.SURVEY_INVITATION;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.otklik.conversation.Json;

/** Everything that is kept about a person, as one file that people and programs can read (GDPR, articles 15 and 20). */
final class PersonalCopy {
    /** The tables whose rows belong to a contact. */
    private static final List<String> OWN = List.of(
            "contact_role",
            "contact_point",
            "tag",
            "external_ref",
            "consent",
            "mailing_preference",
            "gift",
            "recurring_gift",
            "deal",
            "participation",
            "time_entry",
            "interaction",
            "service_case",
            "survey_invitation",
            "campaign_recipient");

    /** Numbers of other rows, and what only the organisation's people are named by. */
    private static final Set<String> INNER = Set.of(
            "id", "contact_id", "owner_id", "logged_by", "assignee_id", "message_id", "conversation_id", "merged_into");

    private final DSLContext sql;

    PersonalCopy(DSLContext sql) {
        this.sql = sql;
    }

    /** The file, in UTF-8. */
    String of(long contactId) {
        var copy = Json.MAPPER.createObjectNode();
        copy.set("contact", rows(sql.selectFrom(CONTACT).where(CONTACT.ID.eq(contactId))));
        for (var own : OWN) {
            copy.set(
                    own,
                    rows(sql.select()
                            .from(table(name(own)))
                            .where(field(name("contact_id"), Long.class).eq(contactId))
                            .orderBy(field(name("id")))));
        }
        copy.set("survey_answer", rows(answers(contactId)));
        copy.set("message", rows(messages(contactId)));
        try {
            return Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .writeValueAsString(copy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResultQuery<?> answers(long contactId) {
        return sql.select(SURVEY_ANSWER.SCORE, SURVEY_ANSWER.COMMENT, SURVEY_ANSWER.ANSWERED_AT)
                .from(SURVEY_ANSWER)
                .join(SURVEY_INVITATION)
                .on(SURVEY_INVITATION.ID.eq(SURVEY_ANSWER.INVITATION_ID))
                .where(SURVEY_INVITATION.CONTACT_ID.eq(contactId))
                .orderBy(SURVEY_ANSWER.ID);
    }

    private ResultQuery<?> messages(long contactId) {
        return sql.select(MESSAGE.CHANNEL, MESSAGE.DIRECTION, MESSAGE.RECEIVED_AT, MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.in(
                        select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.CONTACT_ID.eq(contactId))))
                .orderBy(MESSAGE.ID);
    }

    private static ArrayNode rows(ResultQuery<?> query) {
        var rows = Json.MAPPER.createArrayNode();
        query.forEach(row -> rows.add(row(row)));
        return rows;
    }

    private static ObjectNode row(Record row) {
        var copied = Json.MAPPER.createObjectNode();
        for (var column : row.fields()) {
            var value = row.get(column);
            if (value != null && !INNER.contains(column.getName())) {
                copied.set(column.getName(), value(value));
            }
        }
        return copied;
    }

    private static JsonNode value(Object value) {
        return value instanceof JSONB json
                ? Json.read(json, JsonNode.class)
                : Json.MAPPER.convertValue(value, JsonNode.class);
    }
}
