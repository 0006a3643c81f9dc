package org.otklik.reports;

import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.SURVEY;
import static org.otklik.schema.Tables.SURVEY_ANSWER;
import static org.otklik.schema.Tables.SURVEY_INVITATION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jooq.Condition;
import org.jooq.TableField;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.segments.DateRange;
import org.otklik.segments.RuleText;

/**
 * What people answered to surveys. NPS: the share of 9 and 10 less that of 0 to 6, of ten answers at least. CSAT: the share of 4
 * and 5 on a scale to 5, and the mean beside it.
 */
final class Opinions {
    private static final int ENOUGH = 10;
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    private static final int SATISFIED = 4;

    private final Viewer viewer;
    private final Organization organization;

    Opinions(Viewer viewer, Organization organization) {
        this.viewer = viewer;
        this.organization = organization;
    }

    Report nps(Request request) {
        var when = request.when().orElse(DateRange.EVER);
        var scores = scores("nps", when);
        if (scores.size() < ENOUGH) {
            return Report.of(viewer.say(Text.of(ReportsText.NPS_TOO_FEW)
                    .with("count", scores.size())
                    .with("enough", ENOUGH)
                    .with("when", RuleText.when(when))));
        }
        var promoters = share(scores, score -> score >= PROMOTER);
        var detractors = share(scores, score -> score <= DETRACTOR);
        return Report.of(viewer.say(Text.of(ReportsText.NPS)
                .with("nps", promoters.subtract(detractors).setScale(0, RoundingMode.HALF_UP))
                .with("promoters", promoters)
                .with("detractors", detractors)
                .with("count", scores.size())
                .with("when", RuleText.when(when))));
    }

    Report csat(Request request) {
        var when = request.when().orElse(DateRange.EVER);
        var scores = scores("csat", when);
        if (scores.isEmpty()) {
            return Report.of(viewer.say(Text.of(ReportsText.NO_ANSWERS).with("when", RuleText.when(when))));
        }
        var mean = BigDecimal.valueOf(scores.stream().mapToInt(score -> score).sum())
                .divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP);
        return Report.of(viewer.say(Text.of(ReportsText.CSAT)
                .with("percent", share(scores, score -> score >= SATISFIED))
                .with("mean", mean)
                .with("count", scores.size())
                .with("when", RuleText.when(when))));
    }

    /** Answered invitations among those that were sent, each survey by itself. */
    Report response(Request request) {
        var when = request.when().orElse(DateRange.EVER);
        var answered = SURVEY_ANSWER.ID.isNotNull();
        var invitations = viewer.sql()
                .select(SURVEY.SLUG, SURVEY_INVITATION.ID, answered)
                .from(SURVEY_INVITATION)
                .join(SURVEY)
                .on(SURVEY.ID.eq(SURVEY_INVITATION.SURVEY_ID))
                .leftJoin(CONTACT)
                .on(CONTACT.ID.eq(SURVEY_INVITATION.CONTACT_ID))
                .leftJoin(SURVEY_ANSWER)
                .on(SURVEY_ANSWER.INVITATION_ID.eq(SURVEY_INVITATION.ID))
                .where(SURVEY_INVITATION.SENT_AT.isNotNull())
                .and(within(when))
                .and(known())
                .orderBy(SURVEY.SLUG)
                .fetch()
                .intoGroups(SURVEY.SLUG);
        if (invitations.isEmpty()) {
            return Report.of(viewer.say(Text.of(ReportsText.NO_ANSWERS).with("when", RuleText.when(when))));
        }
        return new Report(
                invitations.entrySet().stream()
                        .map(survey -> {
                            int sent = (int) survey.getValue().stream()
                                    .map(row -> row.value2())
                                    .distinct()
                                    .count();
                            int answers = (int) survey.getValue().stream()
                                    .filter(row -> row.value3())
                                    .map(row -> row.value2())
                                    .distinct()
                                    .count();
                            return viewer.say(Text.of(ReportsText.RESPONSE)
                                    .with("survey", survey.getKey())
                                    .with("percent", Returning.percent(answers, sent))
                                    .with("answers", answers)
                                    .with("sent", sent));
                        })
                        .toList(),
                List.of());
    }

    private List<Integer> scores(String kind, DateRange when) {
        return viewer
                .sql()
                .select(SURVEY_ANSWER.SCORE)
                .from(SURVEY_ANSWER)
                .join(SURVEY_INVITATION)
                .on(SURVEY_INVITATION.ID.eq(SURVEY_ANSWER.INVITATION_ID))
                .join(SURVEY)
                .on(SURVEY.ID.eq(SURVEY_INVITATION.SURVEY_ID))
                .leftJoin(CONTACT)
                .on(CONTACT.ID.eq(SURVEY_INVITATION.CONTACT_ID))
                .where(SURVEY.KIND.eq(kind))
                .and(SURVEY_ANSWER.SCORE.isNotNull())
                .and(moments(SURVEY_ANSWER.ANSWERED_AT, when))
                .and(known())
                .fetch(SURVEY_ANSWER.SCORE)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** People without a card are known to everybody, since nobody is. */
    private Condition known() {
        return SURVEY_INVITATION.CONTACT_ID.isNull().or(viewer.withRestricted() ? trueCondition() : viewer.mayKnow());
    }

    private Condition within(DateRange when) {
        return moments(SURVEY_INVITATION.SENT_AT, when);
    }

    private Condition moments(TableField<?, Instant> moment, DateRange when) {
        return when.from()
                .map(from -> moment.ge(start(from)))
                .orElse(trueCondition())
                .and(when.to().map(to -> moment.lt(start(to.plusDays(1)))).orElse(trueCondition()));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(organization.zone()).toInstant();
    }

    private static BigDecimal share(List<Integer> scores, IntPredicate which) {
        int part = (int) scores.stream().mapToInt(score -> score).filter(which).count();
        return Returning.percent(part, scores.size());
    }
}
