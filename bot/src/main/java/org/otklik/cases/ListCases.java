package org.otklik.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.files.LongList;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Shows staff who waits for an answer: who, what kind, since when, and who sees to it. */
public final class ListCases implements Skill {
    private static final Cues WHOSE = new Cues("case-owners");
    private static final int MOST = 20;
    /** More buttons than that hide the list. */
    private static final int MOST_BUTTONS = 6;

    private final Organization organization;
    private final AccessRules access;

    public ListCases(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of("cases.list");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var text = heard.whole().text();
        long me = turn.speaker().staff().orElseThrow().id();
        var shown = new CaseSearch(turn, heard.whole())
                .found().stream()
                        .filter(row -> mayBeSeen(turn, row))
                        .filter(row ->
                                !WHOSE.has(text, "mine") || Optional.of(me).equals(assignee(row)))
                        .filter(row -> !WHOSE.has(text, "nobodys") || row.getFirstReplyAt() == null)
                        .toList();
        if (shown.isEmpty()) {
            turn.say(CasesText.NO_OPEN_CASES);
            return;
        }
        if (turn.hasTables()) {
            table(turn, shown);
        } else {
            turn.say(Text.of(CasesText.OPEN_CASES).with("count", shown.size()));
            shown.stream().limit(MOST).forEach(row -> turn.say(line(turn, row)));
        }
        buttons(turn, shown);
    }

    private static Optional<Long> assignee(ServiceCaseRecord row) {
        return Optional.ofNullable(row.getAssigneeId());
    }

    private boolean mayBeSeen(Turn turn, ServiceCaseRecord row) {
        return Optional.ofNullable(row.getContactId())
                .flatMap(new Contacts(turn.sql())::find)
                .map(contact -> new Reader(access, turn).mayOpen(contact))
                .orElse(true);
    }

    private void table(Turn turn, List<ServiceCaseRecord> cases) {
        var titles = Stream.of(
                        CasesText.COLUMN_CASE, CasesText.COLUMN_SINCE, CasesText.COLUMN_ANSWERED, CasesText.COLUMN_WHO)
                .map(column -> turn.written(Text.of(column)))
                .toList();
        var rows = cases.stream().map(row -> cells(turn, row)).toList();
        var kept = new ArrayList<List<String>>();
        kept.add(titles);
        kept.addAll(rows);
        var caption = turn.written(Text.of(CasesText.OPEN_CASES).with("count", cases.size()));
        new LongList("cases", caption, titles, Set.of(), rows, kept).show(turn);
    }

    private List<String> cells(Turn turn, ServiceCaseRecord row) {
        return List.of(
                turn.written(new CaseNotices(turn.sql()).line(row)),
                turn.written(Text.of(CasesText.CELL_SINCE).with("since", organization.local(row.getOpenedAt()))),
                turn.written(Text.of(CasesText.CELL_ANSWERED)
                        .with("answered", row.getFirstReplyAt() == null ? "no" : "yes")),
                turn.written(Text.of(CasesText.CELL_WHO).with("who", Grievances.who(turn, row))));
    }

    private Text line(Turn turn, ServiceCaseRecord row) {
        return Text.of(CasesText.CASE_ROW)
                .with("case", new CaseNotices(turn.sql()).line(row))
                .with("since", organization.local(row.getOpenedAt()))
                .with("answered", row.getFirstReplyAt() == null ? "no" : "yes")
                .with("who", Grievances.who(turn, row));
    }

    private static void buttons(Turn turn, List<ServiceCaseRecord> shown) {
        shown.stream()
                .filter(row -> row.getFirstReplyAt() == null)
                .limit(MOST_BUTTONS)
                .forEach(row -> turn.offer(
                        Text.of(CasesText.TAKE_NUMBER).with("number", String.valueOf(row.getNumber())),
                        CaseNotices.take(row),
                        Choice.Answer.NEITHER));
    }
}
