package org.otklik.surveys;

import static org.otklik.schema.Tables.SURVEY;
import static org.otklik.schema.Tables.SURVEY_ANSWER;
import static org.otklik.schema.Tables.SURVEY_INVITATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;

/** Surveys, who was asked, and what was answered. */
public final class Surveys {
    /** How long nobody is asked the same again. */
    private static final Duration REST = Duration.ofDays(90);

    private final DSLContext sql;

    public Surveys(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody who was asked and has not finished. */
    public record Invitation(long id, Scale scale, JsonNode questions) {
        /** The text of a question, from 0; empty where the survey has no such question. */
        Optional<String> question(int number, Language language) {
            return Optional.ofNullable(questions.get(number))
                    .map(texts ->
                            texts.path(language.code()).asText(texts.path(0).asText("")))
                    .filter(text -> !text.isEmpty());
        }
    }

    /** Asks the survey that belongs to an event, unless this conversation was asked a short while ago. */
    public Optional<Invitation> invite(String event, long conversationId, Optional<Long> contactId, Instant at) {
        return sql.selectFrom(SURVEY)
                .where(SURVEY.TRIGGER.eq(event))
                .andNotExists(sql.selectOne()
                        .from(SURVEY_INVITATION)
                        .where(SURVEY_INVITATION.SURVEY_ID.eq(SURVEY.ID))
                        .and(SURVEY_INVITATION.CONVERSATION_ID.eq(conversationId))
                        .and(SURVEY_INVITATION.SENT_AT.gt(at.minus(REST))))
                .orderBy(SURVEY.ID)
                .limit(1)
                .fetchOptional()
                .map(survey -> {
                    long id = sql.insertInto(SURVEY_INVITATION)
                            .set(SURVEY_INVITATION.SURVEY_ID, survey.getId())
                            .set(SURVEY_INVITATION.CONVERSATION_ID, conversationId)
                            .set(SURVEY_INVITATION.CONTACT_ID, contactId.orElse(null))
                            .set(SURVEY_INVITATION.REASON, event)
                            .set(SURVEY_INVITATION.SENT_AT, at)
                            .returningResult(SURVEY_INVITATION.ID)
                            .fetchSingle(SURVEY_INVITATION.ID);
                    return new Invitation(
                            id, Scale.of(survey.getKind()), Json.read(survey.getQuestions(), JsonNode.class));
                });
    }

    /** The newest invitation of a conversation that is still open. */
    public Optional<Invitation> openIn(long conversationId) {
        return sql.select(SURVEY_INVITATION.ID, SURVEY.KIND, SURVEY.QUESTIONS)
                .from(SURVEY_INVITATION)
                .join(SURVEY)
                .on(SURVEY.ID.eq(SURVEY_INVITATION.SURVEY_ID))
                .where(SURVEY_INVITATION.CONVERSATION_ID.eq(conversationId))
                .and(SURVEY_INVITATION.CLOSED_AT.isNull())
                .orderBy(SURVEY_INVITATION.ID.desc())
                .limit(1)
                .fetchOptional(Surveys::invitation);
    }

    private static Invitation invitation(Record row) {
        return new Invitation(
                row.get(SURVEY_INVITATION.ID),
                Scale.of(row.get(SURVEY.KIND)),
                Json.read(row.get(SURVEY.QUESTIONS), JsonNode.class));
    }

    public void answer(Invitation invitation, int score, Instant at) {
        sql.insertInto(SURVEY_ANSWER)
                .set(SURVEY_ANSWER.INVITATION_ID, invitation.id())
                .set(SURVEY_ANSWER.SCORE, score)
                .set(SURVEY_ANSWER.ANSWERED_AT, at)
                .execute();
    }

    public void comment(Invitation invitation, String words) {
        sql.update(SURVEY_ANSWER)
                .set(SURVEY_ANSWER.COMMENT, words)
                .where(SURVEY_ANSWER.INVITATION_ID.eq(invitation.id()))
                .execute();
    }

    public void close(Invitation invitation, Instant at) {
        sql.update(SURVEY_INVITATION)
                .set(SURVEY_INVITATION.CLOSED_AT, at)
                .where(SURVEY_INVITATION.ID.eq(invitation.id()))
                .execute();
    }
}
