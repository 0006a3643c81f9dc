package org.otklik.surveys;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Correspondence;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.JobQueue;

/** Asks somebody a survey, where they can be reached; the invitation closes after some months. */
public final class Invite {
    /** Which invitation is to be closed. */
    public record Closing(long invitationId) {}

    public static final TaskDescriptor<Closing> CLOSE = TaskDescriptor.of("survey-closing", Closing.class);

    private final DSLContext sql;
    private final Texts texts;
    private final Organization organization;

    Invite(DSLContext sql, Texts texts, Organization organization) {
        this.sql = sql;
        this.texts = texts;
        this.organization = organization;
    }

    /** @return whether somebody could be reached */
    boolean send(Surveys.Survey survey, long contactId, String reason, Optional<Long> answers, Instant at) {
        var surveys = new Surveys(sql);
        var correspondence = new Correspondence(sql, texts, organization);
        var contact = new Contacts(sql).find(contactId).orElseThrow();
        var question = survey.question(0, correspondence.language(contact)).orElse(survey.slug());
        long invitation = surveys.add(survey.id(), Optional.of(contactId), reason, at);
        var words = Text.of(SurveysText.QUESTION).with("question", question);
        var note = new Correspondence.Note(words, words, Question.marks(invitation, survey.scale()), answers);
        var went = correspondence.write(contactId, note, at);
        went.ifPresentOrElse(
                conversation -> {
                    surveys.went(invitation, conversation);
                    new JobQueue(sql)
                            .schedule(
                                    CLOSE, String.valueOf(invitation), new Closing(invitation), at.plus(Surveys.OPEN));
                },
                () -> surveys.remove(invitation));
        return went.isPresent();
    }

    /** Runs in a transaction that says who changes something. */
    public static void close(DSLContext sql, Closing closing, Instant at) {
        new Surveys(sql).close(closing.invitationId(), at);
    }
}
