package org.otklik.cases;

import java.util.Map;
import java.util.Set;
import org.otklik.cases.Cases.Kind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** What a person has to see to: it becomes a case with a number, and a time by which somebody answers. */
public final class PassOn implements Skill {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("giving.report_payment", Kind.PAYMENT),
            Map.entry("giving.history", Kind.REQUEST),
            Map.entry("giving.receipt", Kind.REQUEST),
            Map.entry("giving.change_recurring", Kind.PAYMENT),
            Map.entry("giving.payment_problem", Kind.PAYMENT),
            Map.entry("volunteering.join", Kind.REQUEST),
            Map.entry("volunteering.log_hours", Kind.REQUEST),
            Map.entry("volunteering.my_hours", Kind.REQUEST),
            Map.entry("events.list", Kind.QUESTION),
            Map.entry("events.register", Kind.REQUEST),
            Map.entry("events.cancel", Kind.REQUEST),
            Map.entry("profile.update", Kind.REQUEST),
            Map.entry("mailing.unsubscribe", Kind.PRIVACY),
            Map.entry("mailing.subscribe", Kind.REQUEST),
            Map.entry("mailing.frequency", Kind.REQUEST),
            Map.entry("privacy.export", Kind.PRIVACY),
            Map.entry("privacy.erase", Kind.PRIVACY),
            Map.entry("cases.request_service", Kind.REQUEST),
            Map.entry("cases.status", Kind.QUESTION),
            Map.entry("feedback.give", Kind.QUESTION));

    private final Organization organization;
    private final OpenCase cases;
    private final ReachForm reach;

    public PassOn(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.reach = reach;
    }

    @Override
    public Set<String> intents() {
        return KINDS.keySet();
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var kind = KINDS.getOrDefault(heard.act().intent(), Kind.QUESTION);
        var subject = heard.text().isBlank() ? turn.message().text() : heard.text();
        var known = new Cases(turn.sql()).openIn(turn.conversation().id(), kind);
        if (known.isPresent()) {
            cases.add(turn, known.get(), subject);
            turn.say(Text.of(CasesText.STILL_WITH_US)
                    .with("number", String.valueOf(known.get().getNumber())));
            return;
        }
        var opened = cases.open(turn, kind, Cases.Priority.NORMAL, subject);
        turn.say(Text.of(CasesText.PASSED_ON)
                .with("number", String.valueOf(opened.getNumber()))
                .with("due", organization.local(opened.getFirstReplyDueAt())));
        if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, heard.whole());
        }
    }
}
