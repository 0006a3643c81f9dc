package org.otklik.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Tells who sees to a case about it, with the button that takes it. */
final class CaseNotices {
    private final DSLContext sql;

    CaseNotices(DSLContext sql) {
        this.sql = sql;
    }

    /** A case in a few words: number, kind, who waits, what about. */
    Text line(ServiceCaseRecord row) {
        return Text.of(CasesText.CASE_LINE)
                .with("number", String.valueOf(row.getNumber()))
                .with("kind", row.getKind())
                .with("name", name(row))
                .with("subject", row.getSubject());
    }

    String name(ServiceCaseRecord row) {
        return Optional.ofNullable(row.getContactId())
                .map(new Contacts(sql)::name)
                .orElse("none");
    }

    static Action take(ServiceCaseRecord row) {
        return Action.of(TakeConversation.TAKE, TakeConversation.CASE, row.getId());
    }

    /** A case that cannot wait was opened, or given to somebody. */
    void tell(Turn turn, Text words, ServiceCaseRecord row, long staffId) {
        new Handoffs(sql)
                .lineOf(staffId)
                .ifPresent(line -> turn.notice(line, words, List.of(new Way(Text.of(CasesText.TAKE), take(row)))));
    }

    /** Nobody has answered in time. Runs outside of a turn. */
    void late(Texts texts, ServiceCaseRecord row, Instant at) {
        var handoffs = new Handoffs(sql);
        var lines = Optional.ofNullable(row.getAssigneeId())
                .flatMap(handoffs::lineOf)
                .map(List::of)
                .orElseGet(handoffs::linesOfManagers);
        for (var line : lines) {
            var take =
                    new Choice(texts.say(line.language(), Text.of(CasesText.TAKE)), take(row), Choice.Answer.NEITHER);
            new Outbox(sql)
                    .queue(
                            new Outbox.Draft(
                                    line.conversationId(),
                                    line.address(),
                                    texts.say(
                                            line.language(),
                                            Text.of(CasesText.OVERDUE).with("case", line(row))),
                                    new Payload.Said(List.of(take), Author.BOT),
                                    line.language(),
                                    Optional.empty()),
                            at);
        }
    }
}
