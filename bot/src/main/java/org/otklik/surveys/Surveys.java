package org.otklik.surveys;

import static org.jooq.impl.DSL.falseCondition;
import static org.otklik.schema.Tables.SURVEY;
import static org.otklik.schema.Tables.SURVEY_ANSWER;
import static org.otklik.schema.Tables.SURVEY_INVITATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.SurveyAnswerRecord;
import org.otklik.schema.tables.records.SurveyRecord;

/** Surveys, who was asked, and what was answered. */
public final class Surveys {
    /** For how long an invitation is open; what is answered later is late. */
    static final Duration OPEN = Duration.ofDays(90);

    private final DSLContext sql;

    public Surveys(DSLContext sql) {
        this.sql = sql;
    }

    /** A survey as it is asked. */
    record Survey(long id, String slug, String kind, Scale scale, JsonNode questions) {
        private static Survey of(SurveyRecord row) {
            return new Survey(
                    row.getId(),
                    row.getSlug(),
                    row.getKind(),
                    Scale.of(row.getKind()),
                    Json.read(row.getQuestions(), JsonNode.class));
        }

        /** The text of a question, from 0; empty where the survey has no such question. */
        Optional<String> question(int number, Language language) {
            return Surveys.question(questions, number, language);
        }
    }

    /** Somebody who was asked. */
    record Invitation(long id, Optional<Long> contactId, Scale scale, JsonNode questions, Instant sentAt) {
        /** The text of a question, from 0; empty where the survey has no such question. */
        Optional<String> question(int number, Language language) {
            return Surveys.question(questions, number, language);
        }

        boolean isOver(Instant at) {
            return sentAt.plus(OPEN).isBefore(at);
        }
    }

    private static Optional<String> question(JsonNode questions, int number, Language language) {
        return Optional.ofNullable(questions.get(number))
                .map(texts -> texts.path(language.code())
                        .asText(
                                texts.elements().hasNext()
                                        ? texts.elements().next().asText("")
                                        : ""))
                .filter(text -> !text.isEmpty());
    }

    List<Survey> all() {
        return sql.selectFrom(SURVEY).orderBy(SURVEY.ID).fetch(Survey::of);
    }

    Optional<Survey> find(long id) {
        return sql.selectFrom(SURVEY).where(SURVEY.ID.eq(id)).fetchOptional(Survey::of);
    }

    /** The surveys that something sets off, with what sets them off. */
    List<SurveyRecord> triggered(String event) {
        return sql.selectFrom(SURVEY).where(SURVEY.TRIGGER.startsWith(event)).fetch();
    }

    /** Asks the survey that belongs to an event, unless this conversation was asked a short while ago. */
    Optional<Invitation> invite(String event, long conversationId, Optional<Long> contactId, Instant at) {
        return sql.selectFrom(SURVEY)
                .where(SURVEY.TRIGGER.eq(event))
                .andNotExists(sql.selectOne()
                        .from(SURVEY_INVITATION)
                        .where(SURVEY_INVITATION.SURVEY_ID.eq(SURVEY.ID))
                        .and(SURVEY_INVITATION.CONVERSATION_ID.eq(conversationId))
                        .and(SURVEY_INVITATION.SENT_AT.gt(at.minus(OPEN))))
                .orderBy(SURVEY.ID)
                .limit(1)
                .fetchOptional()
                .map(survey -> {
                    long id = add(survey.getId(), contactId, event, at);
                    went(id, conversationId);
                    return find(SURVEY_INVITATION.ID.eq(id)).orElseThrow();
                });
    }

    /** Keeps that somebody is asked. */
    long add(long surveyId, Optional<Long> contactId, String reason, Instant at) {
        return sql.insertInto(SURVEY_INVITATION)
                .set(SURVEY_INVITATION.SURVEY_ID, surveyId)
                .set(SURVEY_INVITATION.CONTACT_ID, contactId.orElse(null))
                .set(SURVEY_INVITATION.REASON, reason)
                .set(SURVEY_INVITATION.SENT_AT, at)
                .returningResult(SURVEY_INVITATION.ID)
                .fetchSingle(SURVEY_INVITATION.ID);
    }

    /** Says in which conversation the question went. */
    void went(long invitationId, long conversationId) {
        sql.update(SURVEY_INVITATION)
                .set(SURVEY_INVITATION.CONVERSATION_ID, conversationId)
                .where(SURVEY_INVITATION.ID.eq(invitationId))
                .execute();
    }

    void remove(long invitationId) {
        sql.deleteFrom(SURVEY_INVITATION)
                .where(SURVEY_INVITATION.ID.eq(invitationId))
                .execute();
    }

    /** Whether somebody was asked anything after a moment. */
    boolean askedSince(long contactId, Instant from) {
        return sql.fetchExists(sql.selectOne()
                .from(SURVEY_INVITATION)
                .where(SURVEY_INVITATION.CONTACT_ID.eq(contactId))
                .and(SURVEY_INVITATION.SENT_AT.gt(from)));
    }

    /** The last question that the speaker was asked, wherever it went. */
    Optional<Invitation> lastOf(Turn turn) {
        var contact = turn.speaker().contactId();
        var here = SURVEY_INVITATION.CONVERSATION_ID.eq(turn.conversation().id());
        return find(contact.map(SURVEY_INVITATION.CONTACT_ID::eq)
                .map(here::or)
                .orElse(here.and(SURVEY_INVITATION.CONTACT_ID.isNull())));
    }

    /** An invitation of the speaker by its number. */
    Optional<Invitation> of(Turn turn, long invitationId) {
        return find(SURVEY_INVITATION
                .ID
                .eq(invitationId)
                .and(SURVEY_INVITATION
                        .CONVERSATION_ID
                        .eq(turn.conversation().id())
                        .or(turn.speaker()
                                .contactId()
                                .map(SURVEY_INVITATION.CONTACT_ID::eq)
                                .orElse(falseCondition()))));
    }

    private Optional<Invitation> find(Condition which) {
        return sql.select(
                        SURVEY_INVITATION.ID,
                        SURVEY_INVITATION.CONTACT_ID,
                        SURVEY_INVITATION.SENT_AT,
                        SURVEY.KIND,
                        SURVEY.QUESTIONS)
                .from(SURVEY_INVITATION)
                .join(SURVEY)
                .on(SURVEY.ID.eq(SURVEY_INVITATION.SURVEY_ID))
                .where(which)
                .orderBy(SURVEY_INVITATION.SENT_AT.desc(), SURVEY_INVITATION.ID.desc())
                .limit(1)
                .fetchOptional(Surveys::invitation);
    }

    private static Invitation invitation(Record row) {
        return new Invitation(
                row.get(SURVEY_INVITATION.ID),
                Optional.ofNullable(row.get(SURVEY_INVITATION.CONTACT_ID)),
                Scale.of(row.get(SURVEY.KIND)),
                Json.read(row.get(SURVEY.QUESTIONS), JsonNode.class),
                row.get(SURVEY_INVITATION.SENT_AT));
    }

    Optional<SurveyAnswerRecord> answer(long invitationId) {
        return sql.selectFrom(SURVEY_ANSWER)
                .where(SURVEY_ANSWER.INVITATION_ID.eq(invitationId))
                .orderBy(SURVEY_ANSWER.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Keeps a mark, or puts another one in the place of the first. */
    SurveyAnswerRecord answer(Invitation invitation, int score, Optional<String> comment, Instant at) {
        var before = answer(invitation.id());
        var row = before.orElseGet(() -> sql.newRecord(SURVEY_ANSWER));
        row.setInvitationId(invitation.id());
        row.setScore(score);
        comment.ifPresent(words -> append(row, words));
        row.setAnsweredAt(at);
        if (before.isEmpty()) {
            row.setLate(invitation.isOver(at));
        }
        row.store();
        row.refresh();
        return row;
    }

    void comment(SurveyAnswerRecord answer, String words) {
        append(answer, words);
        answer.store();
    }

    private static void append(SurveyAnswerRecord answer, String words) {
        answer.setComment(answer.getComment() == null ? words : answer.getComment() + " / " + words);
    }

    /** The task that an answer has led to. */
    void led(SurveyAnswerRecord answer, long taskId) {
        answer.setTaskId(taskId);
        answer.store();
    }

    void close(long invitationId, Instant at) {
        sql.update(SURVEY_INVITATION)
                .set(SURVEY_INVITATION.CLOSED_AT, at)
                .where(SURVEY_INVITATION.ID.eq(invitationId))
                .and(SURVEY_INVITATION.CLOSED_AT.isNull())
                .execute();
    }
}
