package org.otklik.cases;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.alerts.Alerts;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Outbox;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Speaker.Staff;
import org.otklik.conversation.Talk;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers.Member;

/** A member of staff answers a visitor: what either writes goes to the other, until the conversation is given back. */
public final class TakeConversation implements Skill {
    static final String TAKE = "cases.take";
    private static final String CONVERSATION = "conversation";
    private static final String THREAD = "thread";
    static final String CASE = "case";

    /** What a member of staff types to give the conversation back to the bot; a command, the same in every language. */
    private static final String RETURN = "/return";

    private static final int SHOWN = 5;

    private final Danger danger;

    public TakeConversation(Danger danger) {
        this.danger = danger;
    }

    /** Takes a talk. */
    static Action of(Talk talk) {
        var arguments = new HashMap<>(Map.of(CONVERSATION, String.valueOf(talk.conversationId())));
        talk.threadId().ifPresent(thread -> arguments.put(THREAD, String.valueOf(thread)));
        return new Action(TAKE, arguments);
    }

    @Override
    public Set<String> intents() {
        return Set.of(TAKE, DialogueIntents.FROM_STAFF, DialogueIntents.TO_STAFF);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        switch (heard.act().intent()) {
            case DialogueIntents.FROM_STAFF -> fromStaff(turn);
            case DialogueIntents.TO_STAFF -> toStaff(turn);
            default -> take(turn, heard);
        }
    }

    private static void take(Turn turn, Heard heard) {
        var pressed = heard.number(CASE).flatMap(new Cases(turn.sql())::find);
        if (heard.number(CONVERSATION).isPresent()) {
            answer(turn, new Talk(heard.number(CONVERSATION).get(), heard.number(THREAD)));
        } else if (pressed.isPresent()) {
            take(turn, pressed.get());
        } else {
            choose(turn, heard);
        }
    }

    /** Which case is meant, and who is to have it, is said in words. */
    private static void choose(Turn turn, Heard heard) {
        var search = new CaseSearch(turn, heard.whole());
        var found = search.found();
        var colleague =
                search.colleague().filter(member -> member.id() != staff(turn).id());
        if (found.size() > 1 && !search.namesSomebody() && colleague.isEmpty()) {
            var longest = new Handoffs(turn.sql()).longestWaiting();
            if (longest.isPresent()) {
                answer(turn, longest.get());
                return;
            }
        }
        if (found.isEmpty()) {
            boolean isOne = search.namesSomebody() || search.isNumbered();
            turn.say(isOne ? CasesText.NO_SUCH_CASE : CasesText.NOBODY_WAITS);
        } else if (found.size() > 1) {
            turn.say(CasesText.WHICH_CASE);
            found.stream()
                    .limit(SHOWN)
                    .forEach(row -> turn.offer(
                            Text.of(CasesText.CASE_CHOICE).with("case", new CaseNotices(turn.sql()).line(row)),
                            CaseNotices.take(row),
                            Choice.Answer.NEITHER));
        } else if (colleague.isPresent()) {
            give(turn, found.getFirst(), colleague.get());
        } else {
            take(turn, found.getFirst());
        }
    }

    private static void give(Turn turn, ServiceCaseRecord row, Member colleague) {
        new Cases(turn.sql()).assign(row.getId(), colleague.id());
        turn.changed();
        var notices = new CaseNotices(turn.sql());
        turn.say(Text.of(CasesText.GIVEN_TO).with("case", notices.line(row)).with("who", colleague.name()));
        notices.tell(turn, Text.of(CasesText.GIVEN_TO_YOU).with("case", notices.line(row)), row, colleague.id());
    }

    private static void take(Turn turn, ServiceCaseRecord row) {
        if (row.getStatus().equals("resolved")) {
            turn.say(CasesText.RESOLVED_BEFORE);
            return;
        }
        turn.say(Text.of(CasesText.TAKEN).with("case", new CaseNotices(turn.sql()).line(row)));
        new Cases(turn.sql()).assign(row.getId(), staff(turn).id());
        Cases.talk(row).ifPresent(talk -> answer(turn, talk));
    }

    /** What the member of staff writes goes to the other side from now on. */
    private static void answer(Turn turn, Talk talk) {
        if (!new Handoffs(turn.sql()).take(talk, staff(turn).id())) {
            turn.say(CasesText.TAKEN_ALREADY);
            return;
        }
        var cases = new Cases(turn.sql());
        cases.openIn(talk.conversationId())
                .ifPresent(row -> cases.assign(row.getId(), staff(turn).id()));
        turn.state(turn.state().relayingTo(talk));
        turn.say(CasesText.YOU_ANSWER);
        lastWords(turn, talk);
    }

    private static void lastWords(Turn turn, Talk talk) {
        var words = turn.sql()
                .select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(talk.has())
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.BODY.ne(""))
                .orderBy(MESSAGE.ID.desc())
                .limit(SHOWN)
                .fetch(MESSAGE.BODY)
                .reversed();
        words.forEach(said -> turn.quote("> " + said));
    }

    private static void fromStaff(Turn turn) {
        var talk = turn.state().relay().orElseThrow();
        var line = new Handoffs(turn.sql()).takenBy(talk, staff(turn).id());
        var text = turn.message().text();
        if (line.isEmpty()) {
            turn.state(turn.state().withoutRelay());
            turn.say(CasesText.NO_LONGER_YOURS);
        } else if (text.strip().equals(RETURN)) {
            new Handoffs(turn.sql()).release(talk);
            turn.state(turn.state().withoutRelay());
            turn.say(CasesText.GIVEN_BACK);
        } else {
            answered(turn, talk.conversationId());
            pass(turn, line.get(), text, Author.STAFF);
        }
    }

    /** The first answer of a person ends the alert of who waited for it. */
    private static void answered(Turn turn, long conversationId) {
        new Cases(turn.sql()).answered(conversationId, turn.at()).forEach(row -> {
            var contact = Optional.ofNullable(row.getContactId());
            contact.ifPresent(who -> new Alerts(turn.sql()).close(who, Alerts.Kind.UNANSWERED, turn.at()));
        });
    }

    private void toStaff(Turn turn) {
        if (turn.conversation().owner() == Owner.QUEUE
                && Danger.isIn(turn.message().text())) {
            danger.raise(turn);
        }
        turn.conversation()
                .assigneeId()
                .flatMap(staff -> new Handoffs(turn.sql())
                        .lineOf(staff, turn.conversation().talk()))
                .ifPresent(line -> pass(turn, line, "> " + turn.message().text(), Author.BOT));
    }

    private static void pass(Turn turn, Handoffs.Line line, String text, Author author) {
        turn.notice(new Outbox.Draft(
                        line.conversationId(),
                        line.address(),
                        text,
                        new Payload.Said(List.of(), author),
                        line.language(),
                        Optional.of(turn.message().id()))
                .in(line.threadId()));
    }

    private static Staff staff(Turn turn) {
        return turn.speaker().staff().orElseThrow();
    }
}
