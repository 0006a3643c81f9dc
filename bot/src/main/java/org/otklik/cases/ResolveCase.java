package org.otklik.cases;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.alerts.Alerts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.tasks.Tasks;

/** Staff say that a case is settled, and how. Its task and alerts end with it; the person is not written to. */
public final class ResolveCase implements Skill {
    private static final String RESOLVE = "cases.resolve";
    private static final String HOW = "how";
    private static final Pattern BEFORE_HOW =
            Pattern.compile("^.*?(?::|\\s[-\u2013\u2014]\\s|[.;]\\s+|,\\s+)(.+)$", Pattern.DOTALL);
    private static final int MOST = 6;

    @Override
    public Set<String> intents() {
        return Set.of(RESOLVE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var pressed = heard.number(TakeConversation.CASE).flatMap(new Cases(turn.sql())::find);
        if (pressed.isPresent()) {
            resolve(turn, pressed.get(), heard.argument(HOW).orElse(""));
            return;
        }
        var how = how(heard.whole().text());
        var search = new CaseSearch(turn, heard.whole());
        var found = search.found();
        if (found.size() == 1) {
            resolve(turn, found.getFirst(), how);
        } else if (found.isEmpty()) {
            turn.say(CasesText.NO_SUCH_CASE);
        } else {
            turn.say(CasesText.WHICH_CASE);
            found.stream()
                    .limit(MOST)
                    .forEach(row -> turn.offer(
                            Text.of(CasesText.CASE_CHOICE).with("case", new CaseNotices(turn.sql()).line(row)),
                            new Action(RESOLVE, Map.of(TakeConversation.CASE, String.valueOf(row.getId()), HOW, how)),
                            Choice.Answer.NEITHER));
        }
    }

    /** What was done about it: the words behind the first pause. */
    private static String how(String text) {
        var matched = BEFORE_HOW.matcher(text.strip());
        return matched.matches() ? matched.group(1).strip() : "";
    }

    private static void resolve(Turn turn, ServiceCaseRecord row, String how) {
        if (row.getStatus().equals("resolved")) {
            turn.say(CasesText.RESOLVED_BEFORE);
            return;
        }
        new Cases(turn.sql()).resolve(row.getId(), how, turn.at());
        Optional.ofNullable(row.getTaskId()).ifPresent(new Tasks(turn.sql())::finish);
        Optional.ofNullable(row.getContactId()).ifPresent(contact -> {
            var alerts = new Alerts(turn.sql());
            alerts.close(contact, Alerts.Kind.UNANSWERED, turn.at());
            if (!new Cases(turn.sql()).hasOpenGrievance(contact)) {
                alerts.close(contact, Alerts.Kind.OPEN_COMPLAINT, turn.at());
            }
        });
        release(turn, row);
        turn.changed();
        turn.say(Text.of(CasesText.RESOLVED)
                .with("case", new CaseNotices(turn.sql()).line(row))
                .with("how", how)
                .with("told", how.isEmpty() ? "no" : "yes"));
    }

    /** The bot answers again where a person did for this case. */
    private static void release(Turn turn, ServiceCaseRecord row) {
        Cases.talk(row).ifPresent(talk -> {
            new Handoffs(turn.sql()).release(talk);
            if (turn.state().relay().equals(Optional.of(talk))) {
                turn.state(turn.state().withoutRelay());
            }
        });
    }
}
