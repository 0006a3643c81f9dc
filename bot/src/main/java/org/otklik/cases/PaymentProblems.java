package org.otklik.cases;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.Priority;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/**
 * Money went wrong: a person sees to it. Who is angry complains, and is heard first; nobody is promised money back before the
 * payment was looked at.
 */
public final class PaymentProblems implements Skill {
    private static final Phrases ANGER = new Phrases("anger");
    private static final Cues UNSETTLED = new Cues("unsettled");
    private static final Pattern SHOUTING = Pattern.compile("!{2,}|!\\?|\\p{Lu}{4,}\\s+\\p{Lu}{3,}");

    private final Organization organization;
    private final OpenCase cases;
    private final ReachForm reach;
    private final Grievances grievances;

    public PaymentProblems(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.reach = reach;
        this.grievances = new Grievances(organization, reach);
    }

    @Override
    public Set<String> intents() {
        return Set.of("giving.payment_problem");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var words = heard.text().isBlank() ? turn.message().text() : heard.text();
        var whole = turn.message().text();
        boolean isAngry =
                ANGER.firstStem(whole).isPresent() || SHOUTING.matcher(whole).find();
        var known = openIn(turn).or(() -> isReminder(heard) ? ownOpen(turn) : Optional.empty());
        if (known.isPresent()) {
            cases.add(turn, known.get(), words);
            turn.say(Text.of(CasesText.STILL_WITH_US)
                    .with("number", String.valueOf(known.get().getNumber())));
            return;
        }
        if (isAngry) {
            grievances.complain(turn, whole);
            return;
        }
        var opened = cases.open(turn, Kind.PAYMENT, Priority.NORMAL, words);
        turn.say(Text.of(CasesText.PAYMENT_CASE)
                .with("number", String.valueOf(opened.getNumber()))
                .with("due", organization.local(opened.getFirstReplyDueAt())));
        if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, Understanding.nothing());
        }
    }

    /** "What became of my request? The money has not come back" speaks of what was told before. */
    private static boolean isReminder(Heard heard) {
        return heard.whole().acts().stream().anyMatch(act -> act.is("cases.status"))
                || !UNSETTLED.in(heard.whole().text()).isEmpty();
    }

    private static Optional<ServiceCaseRecord> ownOpen(Turn turn) {
        return new Cases(turn.sql())
                .of(turn).stream()
                        .filter(row -> !row.getStatus().equals("resolved")
                                && row.getKind().equalsIgnoreCase(Kind.PAYMENT.name()))
                        .findFirst();
    }

    private static Optional<ServiceCaseRecord> openIn(Turn turn) {
        var open = new Cases(turn.sql());
        long conversation = turn.conversation().id();
        return open.openIn(conversation, Kind.PAYMENT).or(() -> open.openIn(conversation, Kind.COMPLAINT));
    }
}
