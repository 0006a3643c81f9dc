package org.otklik.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.alerts.Alerts;
import org.otklik.cases.Cases;
import org.otklik.cases.OpenCase;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.SurveyAnswerRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.tasks.Tasks;

/** What follows from a low mark: a task and an alert for the manager, and a case where somebody complains. */
final class Concerns {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Set<String> COMPLAINTS = Set.of("cases.complain", "giving.payment_problem", "cases.status");
    private static final Set<String> REQUESTS =
            Set.of("giving.receipt", "cases.request_service", "profile.update", "giving.change_recurring");

    private final Organization organization;
    private final OpenCase cases;

    Concerns(Organization organization) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
    }

    /** Somebody is not content, and perhaps has said why. */
    void raise(Turn turn, Surveys.Invitation invitation, SurveyAnswerRecord answer, Optional<String> words) {
        var manager = new StaffMembers(turn.sql()).manager();
        var due = due(turn.at());
        long task = task(turn, invitation, answer, manager, due);
        invitation
                .contactId()
                .ifPresent(contact -> new Alerts(turn.sql())
                        .raise(contact, Alerts.Kind.NEGATIVE_FEEDBACK, Optional.of(task), turn.at()));
        tell(turn, invitation, answer, manager);
        words.ifPresent(said -> {
            open(turn, invitation, said, task);
            turn.say(manager.map(
                            member -> Text.of(SurveysText.SOMEBODY_SEES_TO_IT).with("who", member.name()))
                    .orElse(Text.of(SurveysText.WE_SEE_TO_IT))
                    .with("due", organization.local(due)));
        });
    }

    private long task(
            Turn turn,
            Surveys.Invitation invitation,
            SurveyAnswerRecord answer,
            Optional<Member> manager,
            Instant due) {
        var language = manager.flatMap(Member::language).orElse(organization.language());
        var title = turn.texts().say(language, line(turn, invitation, answer, SurveysText.CONCERN));
        var tasks = new Tasks(turn.sql());
        if (answer.getTaskId() != null) {
            tasks.rename(answer.getTaskId(), title);
            return answer.getTaskId();
        }
        long task = tasks.add(new Tasks.NewTask(
                title, Optional.of(due), manager.map(Member::id), invitation.contactId(), Tasks.Origin.SURVEY));
        new Surveys(turn.sql()).led(answer, task);
        return task;
    }

    private static Text line(Turn turn, Surveys.Invitation invitation, SurveyAnswerRecord answer, SurveysText words) {
        return Text.of(words)
                .with(
                        "name",
                        invitation
                                .contactId()
                                .map(new Contacts(turn.sql())::name)
                                .orElse("none"))
                .with("score", answer.getScore())
                .with("highest", invitation.scale().highest())
                .with("words", Optional.ofNullable(answer.getComment()).orElse(""))
                .with("says", answer.getComment() == null ? "no" : "yes");
    }

    private static void tell(
            Turn turn, Surveys.Invitation invitation, SurveyAnswerRecord answer, Optional<Member> manager) {
        manager.flatMap(member -> new Handoffs(turn.sql()).lineOf(member.id()))
                .ifPresent(line ->
                        turn.notice(line, line(turn, invitation, answer, SurveysText.CONCERN_NOTICE), List.<Way>of()));
    }

    /** A grievance is a case; a cool opinion is not. */
    private void open(Turn turn, Surveys.Invitation invitation, String words, long task) {
        var said = said(turn);
        boolean asks = said.stream().anyMatch(REQUESTS::contains);
        boolean complains = said.stream().anyMatch(COMPLAINTS::contains)
                || (!asks && invitation.scale().isGrave());
        if (asks || complains) {
            cases.openFor(
                    turn,
                    complains ? Cases.Kind.COMPLAINT : Cases.Kind.REQUEST,
                    Cases.Priority.NORMAL,
                    words,
                    Optional.of(task));
        }
    }

    /** What the words alone would have meant. */
    private static List<String> said(Turn turn) {
        return turn.understanding()
                .map(kept -> Json.read(kept, JsonNode.class).path("acts"))
                .map(acts -> acts.valueStream()
                        .filter(act -> act.path("confidence").asDouble() >= Act.SURE)
                        .map(act -> act.path("intent").asText())
                        .toList())
                .orElse(List.of());
    }

    /** A better mark later: what nobody has begun to see to is settled. */
    void settle(Turn turn, Surveys.Invitation invitation, SurveyAnswerRecord answer) {
        Optional.ofNullable(answer.getTaskId())
                .filter(task -> new Tasks(turn.sql()).cancelUntouched(task))
                .flatMap(task -> invitation.contactId())
                .ifPresent(contact -> new Alerts(turn.sql()).close(contact, Alerts.Kind.NEGATIVE_FEEDBACK, turn.at()));
    }

    /** The evening of the next working day. */
    private Instant due(Instant at) {
        var day = organization.day(at).plusDays(1);
        while (!organization.officeHours().isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(EVENING).atZone(organization.zone()).toInstant();
    }
}
